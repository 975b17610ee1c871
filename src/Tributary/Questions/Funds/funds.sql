SELECT src_organization, dst_organization, src_usage_year, dst_usage_year, status::VARCHAR, count(*), sum(amount_usd)
FROM flow
WHERE ($latest_word) AND (src_organization IN ($funds) OR dst_organization IN ($funds))
GROUP BY ALL
