-- The flows of chains, each with the parents of it that are on them.
SELECT f.flow_id, f.amount_usd, f.status::VARCHAR, f.flow_type, f.src_organization, f.dst_organization, f.src_plan, f.dst_plan,
       coalesce(NOT f.new_money, f.stated_boundary = 'internal') AS may_be_internal, f.source_partial,
       (SELECT list(edge.parent ORDER BY edge.parent) FROM edge WHERE edge.part = f.flow_id AND edge.parent IN (FROM chain)) AS parents
FROM flow f
WHERE ($latest_word) AND f.flow_id IN (FROM chain)
ORDER BY f.flow_id
