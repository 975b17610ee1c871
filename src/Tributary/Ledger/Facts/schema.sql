-- What the documents of a ledger say. Derived from documents and journal alone, never written after it is published.
-- `document` and `*_set` codes are numbers inside one snapshot that save space; they never leave it.

CREATE TYPE flow_status AS ENUM ('pledge', 'commitment', 'paid');
CREATE TYPE flow_boundary AS ENUM ('incoming', 'internal', 'outgoing');
CREATE TYPE flow_on_boundary AS ENUM ('single', 'shared');
CREATE TYPE object_type AS ENUM ('Organization', 'Location', 'UsageYear', 'Plan', 'Emergency', 'Cluster', 'GlobalCluster', 'Project');
CREATE TYPE behaviour AS ENUM ('single', 'shared', 'overlap');
CREATE TYPE severity AS ENUM ('warning', 'error', 'fatal');
CREATE TYPE measure AS ENUM ('original_requirement', 'requirement', 'funding', 'shared_funding', 'overlap_funding', 'on_boundary_funding', 'covid_funding', 'pledges', 'flow_count');
CREATE TYPE figure_grouping AS ENUM ('total', 'cluster', 'global_cluster', 'location', 'other');
CREATE TYPE rate_basis AS ENUM ('daily', 'monthly average', 'end of month');
CREATE TYPE sanctions_list AS ENUM ('un', 'ofac', 'ofac-consolidated', 'uk', 'eu');

CREATE TYPE share_kind AS ENUM ('country', 'region', 'sector');
CREATE TYPE budget_kind AS ENUM ('budget', 'planned_disbursement', 'total', 'recipient_organisation', 'recipient_region', 'recipient_country', 'total_expenditure');
CREATE TYPE currency_basis AS ENUM ('stated', 'default', 'none');

CREATE TABLE snapshot (format INTEGER NOT NULL, documents INTEGER NOT NULL, fetches INTEGER NOT NULL);

CREATE TABLE document (
    code       INTEGER NOT NULL,
    sha256     VARCHAR NOT NULL,
    bytes      BIGINT NOT NULL,
    format     VARCHAR NOT NULL,
    name       VARCHAR NOT NULL,
    day        DATE NOT NULL,
    day_basis  VARCHAR NOT NULL,
    flow_place VARCHAR NOT NULL,   -- how a place number reads, '{0}' standing for the number
    authority  INTEGER NOT NULL,   -- of two statements of one version of a flow, the one of higher authority is believed
    records    BIGINT NOT NULL,
    left_out   BIGINT NOT NULL
);

-- Every statement of every flow. The statement that is the latest word has known_to NULL.
CREATE TABLE flow (
    flow_id           BIGINT NOT NULL,
    document          INTEGER NOT NULL,
    place             INTEGER NOT NULL,
    known_from        DATE NOT NULL,
    known_to          DATE,
    version_id        INTEGER,
    amount_usd        DECIMAL(18, 4) NOT NULL,
    original_amount   DECIMAL(18, 4),
    original_currency INTEGER,
    exchange_rate     DECIMAL(18, 8),
    status            flow_status NOT NULL,
    flow_type         INTEGER,
    contribution_type INTEGER,
    method            INTEGER,
    earmarking        INTEGER,
    keywords          INTEGER,
    budget_year       INTEGER,
    new_money         BOOLEAN,
    stated_boundary   flow_boundary NOT NULL,
    stated_on_boundary flow_on_boundary NOT NULL,
    source_partial    BOOLEAN NOT NULL,
    parent_flow_id    BIGINT,
    date              DATE,
    decision_date     DATE,
    first_reported    DATE,
    created_at        TIMESTAMP,
    updated_at        TIMESTAMP,
    description       VARCHAR,
    ref_code          VARCHAR,
    description_hash  UBIGINT,         -- XXH3 of the description: told apart and missed without reading texts
    src_organization  INTEGER, src_location INTEGER, src_usage_year INTEGER, src_plan INTEGER,
    src_emergency     INTEGER, src_cluster INTEGER, src_global_cluster INTEGER, src_project INTEGER,
    dst_organization  INTEGER, dst_location INTEGER, dst_usage_year INTEGER, dst_plan INTEGER,
    dst_emergency     INTEGER, dst_cluster INTEGER, dst_global_cluster INTEGER, dst_project INTEGER
);

-- Whole answers of a source to a query. `fetch_object` is what a query for flows asked for; `fetch_document` the documents
-- that hold all flows of that scope.
CREATE TABLE completed_fetch (code INTEGER NOT NULL, query VARCHAR NOT NULL, day DATE NOT NULL);
CREATE TABLE fetch_object (fetch_code INTEGER NOT NULL, type object_type NOT NULL, object_id VARCHAR, object_code VARCHAR, name VARCHAR);
CREATE TABLE fetch_document (fetch_code INTEGER NOT NULL, document INTEGER NOT NULL);

-- Statements of flows that a later whole answer for their scope no longer has, and since when.
CREATE TABLE flow_gone (flow_id BIGINT NOT NULL, document INTEGER NOT NULL, place INTEGER NOT NULL, day DATE NOT NULL, fetch_code INTEGER NOT NULL);

CREATE TABLE flow_child (document INTEGER NOT NULL, place INTEGER NOT NULL, child_flow_id BIGINT NOT NULL);

CREATE TABLE flow_report (
    document INTEGER NOT NULL, place INTEGER NOT NULL, ordinal INTEGER NOT NULL,
    source_type VARCHAR, organization VARCHAR, channel VARCHAR, date DATE, ref_code VARCHAR
);

-- Words that many flows share: flow types, methods, currencies …
CREATE TABLE term (code INTEGER NOT NULL, text VARCHAR NOT NULL);

-- The objects on one side of a flow, of one type. Many flows share one set.
CREATE TABLE object_set_member (
    code INTEGER NOT NULL, type object_type NOT NULL, ordinal INTEGER NOT NULL,
    object_id VARCHAR, name VARCHAR, object_code VARCHAR, behaviour behaviour NOT NULL, kinds VARCHAR, subkinds VARCHAR
);

-- The first day on which a document that names a set was known. A row for each earlier day that was found: the least counts.
CREATE TABLE object_set_known (code INTEGER NOT NULL, known_from DATE NOT NULL);

CREATE TABLE plan (
    document INTEGER NOT NULL, place VARCHAR NOT NULL,
    plan_id INTEGER NOT NULL, name VARCHAR NOT NULL, plan_code VARCHAR, type_id INTEGER, type_name VARCHAR,
    start_date DATE, end_date DATE, years VARCHAR NOT NULL, countries VARCHAR NOT NULL
);

-- What others published, to check ours against.
CREATE TABLE figure (
    document INTEGER NOT NULL, place VARCHAR NOT NULL,
    measure measure NOT NULL, value DECIMAL(18, 4) NOT NULL,
    plan_id INTEGER, country VARCHAR, year INTEGER,
    grouping figure_grouping NOT NULL, group_id VARCHAR, group_name VARCHAR, boundary VARCHAR
);

-- The plan that a document of figures is about, where it does not say so itself but its totals do.
CREATE TABLE figure_scope (document INTEGER NOT NULL, plan_id INTEGER NOT NULL, known_from DATE NOT NULL, known_to DATE, basis VARCHAR NOT NULL);

CREATE TABLE location (
    document INTEGER NOT NULL, place VARCHAR NOT NULL, location_id INTEGER NOT NULL,
    iso3 VARCHAR, name VARCHAR NOT NULL, pcode VARCHAR, admin_level INTEGER
);

-- Published exchange rates: how many units of `currency` one unit of `base` is worth, as stated. Of several statements the latest counts.
CREATE TABLE exchange_rate (
    document INTEGER NOT NULL, place VARCHAR NOT NULL, base VARCHAR NOT NULL, currency VARCHAR NOT NULL, rate DECIMAL(38, 20) NOT NULL,
    first_day DATE NOT NULL, last_day DATE NOT NULL, basis rate_basis NOT NULL, currency_basis VARCHAR NOT NULL
);

-- Whole versions of sanctions lists. The one that is the latest word has known_to NULL; an entry that it lacks is delisted.
CREATE TABLE list_version (
    document INTEGER NOT NULL, list sanctions_list NOT NULL, entries INTEGER NOT NULL,
    fields     INTEGER NOT NULL,   -- what the document's form can state, as in ListedFields
    known_from DATE NOT NULL, known_to DATE
);

-- The entries of each version. What is stated of one stands in listed_content once, however many versions repeat it.
CREATE TABLE listed_entry (document INTEGER NOT NULL, place VARCHAR NOT NULL, entry_id VARCHAR NOT NULL, content_code INTEGER NOT NULL);
CREATE TABLE listed_content (code INTEGER NOT NULL, hash VARCHAR NOT NULL, body VARCHAR NOT NULL);

-- Every statement of every IATI activity. The one that is the latest word has known_to NULL. `record` is its number in the document;
-- codes are of the standard, version 2.03; `details` is what no column holds, as JsonML; organisations, codes and names are terms.
CREATE TABLE activity (
    document INTEGER NOT NULL, record INTEGER NOT NULL, line INTEGER NOT NULL,
    activity_id VARCHAR, known_from DATE NOT NULL, known_to DATE,
    version INTEGER, reporter_ref INTEGER, reporter_type INTEGER, reporter_name INTEGER, is_secondary BOOLEAN NOT NULL,
    hierarchy INTEGER, status INTEGER, default_currency INTEGER, default_language INTEGER, humanitarian BOOLEAN, last_updated TIMESTAMP,
    planned_start DATE, actual_start DATE, planned_end DATE, actual_end DATE,
    title VARCHAR, flow_type INTEGER, finance_type INTEGER, aid_type INTEGER, tied_status INTEGER, details VARCHAR
);

CREATE TABLE activity_party (
    document INTEGER NOT NULL, record INTEGER NOT NULL, ordinal INTEGER NOT NULL,
    role INTEGER, ref INTEGER, type INTEGER, name INTEGER, activity_id VARCHAR, crs_channel INTEGER
);

-- Countries, regions and sectors: of the activity where `transaction` is 0, else of that transaction of it.
CREATE TABLE activity_share (
    document INTEGER NOT NULL, record INTEGER NOT NULL, transaction INTEGER NOT NULL,
    kind share_kind NOT NULL, vocabulary INTEGER, code INTEGER, percentage DECIMAL(38, 18), name INTEGER
);

CREATE TABLE activity_scope (document INTEGER NOT NULL, record INTEGER NOT NULL, type INTEGER, vocabulary INTEGER, code INTEGER NOT NULL, name INTEGER);
CREATE TABLE related_activity (document INTEGER NOT NULL, record INTEGER NOT NULL, type INTEGER, activity_id VARCHAR NOT NULL);

CREATE TABLE activity_transaction (
    document INTEGER NOT NULL, record INTEGER NOT NULL, ordinal INTEGER NOT NULL, line INTEGER NOT NULL,
    reference VARCHAR, type INTEGER, humanitarian BOOLEAN, date DATE,
    value DECIMAL(38, 18), currency INTEGER, currency_basis currency_basis NOT NULL, value_date DATE, description VARCHAR,
    provider_ref INTEGER, provider_type INTEGER, provider_name INTEGER, provider_activity VARCHAR,
    receiver_ref INTEGER, receiver_type INTEGER, receiver_name INTEGER, receiver_activity VARCHAR,
    channel INTEGER, flow_type INTEGER, finance_type INTEGER, aid_type INTEGER, tied_status INTEGER, details VARCHAR
);

-- Budgets of activities, and of organisations.
CREATE TABLE iati_budget (
    document INTEGER NOT NULL, record INTEGER NOT NULL, ordinal INTEGER NOT NULL, line INTEGER NOT NULL,
    kind budget_kind NOT NULL, type INTEGER, status INTEGER, start_date DATE, end_date DATE,
    value DECIMAL(38, 18), currency INTEGER, currency_basis currency_basis NOT NULL, value_date DATE,
    provider_ref INTEGER, provider_type INTEGER, provider_name INTEGER, provider_activity VARCHAR,
    receiver_ref INTEGER, receiver_type INTEGER, receiver_name INTEGER, receiver_activity VARCHAR,
    recipient VARCHAR, details VARCHAR
);

CREATE TABLE organisation (
    document INTEGER NOT NULL, record INTEGER NOT NULL, line INTEGER NOT NULL,
    organisation_id VARCHAR, known_from DATE NOT NULL, known_to DATE,
    version INTEGER, name INTEGER, reporter_ref INTEGER, reporter_type INTEGER, reporter_name INTEGER, default_currency INTEGER, last_updated TIMESTAMP, details VARCHAR
);

CREATE TABLE evidence (document INTEGER NOT NULL, ordinal INTEGER NOT NULL, field VARCHAR NOT NULL, value VARCHAR NOT NULL, basis VARCHAR NOT NULL);
CREATE TABLE evidence_span (document INTEGER NOT NULL, ordinal INTEGER NOT NULL, span INTEGER NOT NULL, start_at INTEGER NOT NULL, end_at INTEGER NOT NULL, line INTEGER NOT NULL);

CREATE TABLE issue (
    document INTEGER NOT NULL, ordinal INTEGER NOT NULL, code VARCHAR NOT NULL, severity severity NOT NULL,
    place VARCHAR NOT NULL, found VARCHAR NOT NULL, expected VARCHAR NOT NULL, advice VARCHAR NOT NULL
);
CREATE TABLE issue_count (document INTEGER NOT NULL, code VARCHAR NOT NULL, severity severity NOT NULL, count BIGINT NOT NULL);
CREATE TABLE ignored_field (document INTEGER NOT NULL, field VARCHAR NOT NULL, reason VARCHAR NOT NULL, count BIGINT NOT NULL);
