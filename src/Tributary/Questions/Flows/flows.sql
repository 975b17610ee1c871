-- First which rows, by narrow columns; then the whole rows of those alone.
SELECT f.flow_id, f.amount_usd, f.original_amount, f.original_currency, f.status::VARCHAR, listed.boundary, listed.is_shared, listed.is_inferred, f.flow_type, f.date,
       f.src_organization, f.dst_organization, f.dst_location, f.dst_plan, f.dst_usage_year, coalesce(f.dst_cluster, f.dst_global_cluster), f.description, f.document, f.place, f.parent_flow_id$further
FROM ($listed) listed
JOIN flow f ON f.rowid = listed.flow_row
ORDER BY f.amount_usd DESC, f.flow_id
