-- Which rates are known: by the two currencies, what the rates are, and the kind of document; with the latest document of each.
SELECT r.base, r.currency, r.basis::VARCHAR, min(r.first_day), max(r.last_day), count(DISTINCT r.first_day), d.format,
       arg_max(r.document, (d.day, d.sha256))
FROM exchange_rate r JOIN document d ON d.code = r.document
WHERE $was_known
GROUP BY r.base, r.currency, r.basis, d.format
ORDER BY r.base, r.currency, r.basis, d.format
