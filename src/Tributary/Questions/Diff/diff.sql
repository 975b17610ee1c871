-- What is alike on both days is of statements that were the latest word on both: only the others can differ. First which
-- they are, by narrow columns; then both statements of those alone.
WITH different AS (
    SELECT flow_id, b.flow_row AS b_row, a.flow_row AS a_row, coalesce(a.funding, 0) - coalesce(b.funding, 0) AS change,
           b.boundary AS b_boundary, a.boundary AS a_boundary, b.on_boundary AS b_on_boundary, a.on_boundary AS a_on_boundary
    FROM ($then_flows) b FULL JOIN ($now_flows) a USING (flow_id)
)
SELECT d.flow_id, d.b_row, d.a_row, d.change, coalesce(b.source_partial, false), coalesce(a.source_partial, false),
       $fields
FROM different d
LEFT JOIN flow b ON b.rowid = d.b_row
LEFT JOIN flow a ON a.rowid = d.a_row
ORDER BY abs(d.change) DESC, d.flow_id
