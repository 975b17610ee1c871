-- What each group came to: + at the destination for incoming and internal flows, − at the source for internal ones.
SELECT members, source_partial, sum(amount), count(*)
FROM (
    SELECT $destination AS members, source_partial, amount_usd AS amount FROM counted WHERE NOT is_shared AND status <> 'pledge'
    UNION ALL
    SELECT $source, source_partial, -amount_usd FROM counted WHERE NOT is_shared AND status <> 'pledge' AND boundary = 'internal'
)
WHERE members IS NULL OR members IN ($several)
GROUP BY ALL
