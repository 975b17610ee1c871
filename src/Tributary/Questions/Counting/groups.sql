
groups AS (
    SELECT $columnssource_inside, new_money, stated_boundary, is_shared, status, count(*) AS flow_count, sum(amount_usd) AS amount_usd, max(known_from) AS known_from
    FROM inside
    GROUP BY ALL
),
