-- What is alike on both days is of statements that were the latest word on both: only the others can differ.
SELECT flow_id, $before.document, $before.place, $after.document, $after.place,
       coalesce($after.funding, 0) - coalesce($before.funding, 0) AS change,
       coalesce($before.source_partial, false), coalesce($after.source_partial, false),
       $fields
FROM ($then_flows) $before FULL JOIN ($now_flows) $after USING (flow_id)
ORDER BY abs(change) DESC, flow_id
