, judged AS (
    SELECT coalesce(s.same, $group) AS line, amount_usd, date, decision_date, description_hash, dst_organization, dst_plan, original_currency, original_amount,
           coalesce(dst_cluster, dst_global_cluster) AS clusters, y.code IS NOT NULL AS several_years, l.code IS NOT NULL AS several_countries
    FROM counted
    LEFT JOIN same_group s ON s.code = $group
    LEFT JOIN several y ON y.code = dst_usage_year
    LEFT JOIN several l ON l.code = dst_location
)
SELECT line, count(*), sum(amount_usd),
       count(*) FILTER (date IS NULL), count(*) FILTER (decision_date IS NULL), count(*) FILTER (description_hash IS NULL),
       count(*) FILTER (dst_organization IS NULL), count(*) FILTER (clusters IS NULL), count(*) FILTER (dst_plan IS NULL),
       count(*) FILTER (original_currency IS NOT NULL AND original_amount IS NULL),
       count(*) FILTER (several_years), count(*) FILTER (several_countries), count(*) FILTER (amount_usd = 0)
FROM judged
GROUP BY line
