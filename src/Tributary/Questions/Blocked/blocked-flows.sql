-- The flows from or to the parties of some sets, what their money came through, and what it went on to; with the edges between them.
-- A part may be stated by itself (its parent's id) or by its parent (the list of its children). Both count.
WITH RECURSIVE edge AS (
    SELECT parent_flow_id AS parent, flow_id AS part FROM flow WHERE ($latest_word) AND parent_flow_id IS NOT NULL
    UNION
    SELECT f.flow_id, c.child_flow_id FROM flow_child c JOIN flow f ON f.document = c.document AND f.place = c.place WHERE ($latest_word)
),
matched AS (SELECT flow_id FROM flow WHERE ($latest_word) AND (src_organization IN ($sets) OR dst_organization IN ($sets))),
below(flow_id) AS (SELECT flow_id FROM matched UNION SELECT edge.part FROM below JOIN edge ON edge.parent = below.flow_id),
above(flow_id) AS (SELECT flow_id FROM matched UNION SELECT edge.parent FROM above JOIN edge ON edge.part = above.flow_id),
chain AS (SELECT flow_id FROM below UNION SELECT flow_id FROM above)
SELECT f.flow_id, f.amount_usd, f.status::VARCHAR, f.flow_type, f.src_organization, f.dst_organization, f.src_plan, f.dst_plan,
       coalesce(NOT f.new_money, f.stated_boundary = 'internal') AS may_be_internal, f.source_partial, f.document, f.place,
       (SELECT list(edge.parent ORDER BY edge.parent) FROM edge WHERE edge.part = f.flow_id AND edge.parent IN (FROM chain)) AS parents
FROM flow f
WHERE ($latest_word) AND f.flow_id IN (FROM chain)
ORDER BY f.flow_id
