-- + at the destination's clusters for incoming and internal flows, − at the source's for internal flows; wholly inside only.
SELECT destination_clusters AS clusters, source_partial, sum(amount_usd) AS amount
FROM (
    SELECT $destination AS destination_clusters, source_partial, amount_usd
    FROM counted WHERE NOT is_shared AND status <> 'pledge'
    UNION ALL
    SELECT $source, source_partial, -amount_usd
    FROM counted WHERE NOT is_shared AND status <> 'pledge' AND boundary = 'internal'
)
GROUP BY ALL
