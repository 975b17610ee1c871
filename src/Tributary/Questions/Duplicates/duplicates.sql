-- Pairs of flows with the same donor, recipient, amount and day. A flow and its part are never a pair. First by narrow
-- columns; what else is compared is read of flows in pairs alone: descriptions by their first 500 characters, whatever their capitals.
, sides AS (
    SELECT flow_row, flow_id, parent_flow_id, amount_usd, date, boundary = 'incoming' AND NOT is_shared AND status <> 'pledge' AS is_funding,
           coalesce(d.party, src_organization) AS donor, coalesce(r.party, dst_organization) AS recipient
    FROM counted
    LEFT JOIN same_party d ON d.code = src_organization
    LEFT JOIN same_party r ON r.code = dst_organization
    WHERE amount_usd <> 0 AND date IS NOT NULL AND src_organization IS NOT NULL AND dst_organization IS NOT NULL
),
repeated AS (SELECT donor, recipient, amount_usd, date FROM sides GROUP BY ALL HAVING count(*) > 1),
alike AS (SELECT s.* FROM sides s JOIN repeated USING (donor, recipient, amount_usd, date)),
whole AS MATERIALIZED (
    SELECT alike.*, f.status, f.description_hash, f.ref_code, f.original_amount, f.original_currency, f.dst_plan, f.dst_location, f.dst_usage_year,
           coalesce(f.dst_cluster, f.dst_global_cluster) AS clusters, f.dst_project, lower(left(trim(f.description), 500)) AS words
    FROM alike JOIN flow f ON f.rowid = flow_row
)
SELECT a.flow_id, b.flow_id, a.amount_usd, CASE WHEN a.is_funding THEN a.amount_usd ELSE 0 END, CASE WHEN b.is_funding THEN b.amount_usd ELSE 0 END,
       a.status::VARCHAR, b.status::VARCHAR,
       CASE WHEN a.description_hash = b.description_hash THEN 1.0 ELSE jaro_similarity(a.words, b.words) END,
       a.ref_code = b.ref_code,
       a.original_amount = b.original_amount AND a.original_currency = b.original_currency,
       a.parent_flow_id = b.parent_flow_id,
       a.dst_plan IS NOT DISTINCT FROM b.dst_plan, a.dst_location IS NOT DISTINCT FROM b.dst_location, a.dst_usage_year IS NOT DISTINCT FROM b.dst_usage_year,
       a.clusters IS NOT DISTINCT FROM b.clusters,
       a.dst_project IS NOT DISTINCT FROM b.dst_project,
       a.description_hash = b.description_hash
FROM whole a JOIN whole b USING (donor, recipient, amount_usd, date)
WHERE a.flow_id < b.flow_id
  AND a.parent_flow_id IS DISTINCT FROM b.flow_id AND b.parent_flow_id IS DISTINCT FROM a.flow_id
