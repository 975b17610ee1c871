SELECT flow_id, amount_usd, original_amount, original_currency, status::VARCHAR, boundary, is_shared, is_inferred, flow_type, date,
       src_organization, dst_organization, dst_location, dst_plan, dst_usage_year, coalesce(dst_cluster, dst_global_cluster), description, document, place, parent_flow_id
FROM counted
WHERE $choice
ORDER BY amount_usd DESC, flow_id
LIMIT $limit
