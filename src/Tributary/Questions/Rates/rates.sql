-- The rates of two currencies, whichever of them is priced: of each day and month the statement that counts. The better publisher's
-- comes first (authority), then the later document's. The hash only makes the choice repeatable, and the base that of one stated both ways.
SELECT r.base, r.currency, r.rate, r.first_day, r.last_day, r.basis::VARCHAR, r.currency_basis, r.document, r.place
FROM exchange_rate r JOIN document d ON d.code = r.document
WHERE $was_known AND ((r.base = $low AND r.currency = $high) OR (r.base = $high AND r.currency = $low))
QUALIFY row_number() OVER (PARTITION BY r.basis, r.first_day ORDER BY d.authority DESC, d.day DESC, d.sha256 DESC, r.base) = 1
