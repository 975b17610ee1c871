-- The edges between flows. A part may be stated by itself (its parent's id) or by its parent (the list of its children). Both count.
WITH RECURSIVE edge AS (
    SELECT parent_flow_id AS parent, flow_id AS part FROM flow WHERE ($latest_word) AND parent_flow_id IS NOT NULL
    UNION
    SELECT f.flow_id, c.child_flow_id FROM flow_child c JOIN flow f ON f.document = c.document AND f.place = c.place WHERE ($latest_word)
),
started AS ($started),
-- What their money came through, and what it went on to: their chains.
below(flow_id) AS (SELECT flow_id FROM started UNION SELECT edge.part FROM below JOIN edge ON edge.parent = below.flow_id),
above(flow_id) AS (SELECT flow_id FROM started UNION SELECT edge.parent FROM above JOIN edge ON edge.part = above.flow_id),
chain AS (SELECT flow_id FROM below UNION SELECT flow_id FROM above)
