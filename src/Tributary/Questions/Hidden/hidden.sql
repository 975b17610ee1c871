-- What each group came to: + at the destination for incoming and internal flows, − at the source for internal ones.
SELECT members, source_partial, sum(amount) AS amount, sum(flows)::BIGINT
FROM (
    SELECT $destination AS members, source_partial, amount_usd AS amount, 1 AS flows FROM counted WHERE NOT is_shared AND status <> 'pledge'
    UNION ALL
    SELECT $source, source_partial, -amount_usd, 1 FROM counted WHERE NOT is_shared AND status <> 'pledge' AND boundary = 'internal' AND $source IS DISTINCT FROM $destination
    UNION ALL
    SELECT $source, source_partial, -amount_usd, 0 FROM counted WHERE NOT is_shared AND status <> 'pledge' AND boundary = 'internal' AND $source IS NOT DISTINCT FROM $destination
)
WHERE members IS NULL OR members IN ($several)
GROUP BY ALL
