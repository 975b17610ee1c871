namespace Tributary.Tests.Sources.Iati;

/// <summary>Makes small IATI files of our own.</summary>
internal static class ActivityXml
{
    /// <summary>A file around activities.</summary>
    public static string File(params string[] activities) => $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities version=\"2.03\">\n{string.Join('\n', activities)}\n</iati-activities>\n";

    /// <summary>An activity.</summary>
    /// <param name="inside">Its elements besides its identifier and its publisher.</param>
    /// <param name="id">Its identifier.</param>
    /// <param name="attributes">Its attributes.</param>
    public static string Activity(string inside = "", string id = "XI-TEST-1", string attributes = "default-currency=\"USD\"") =>
        $"<iati-activity {attributes}><iati-identifier>{id}</iati-identifier><reporting-org ref=\"XI-TEST\" type=\"22\"><narrative>An office</narrative></reporting-org>{inside}</iati-activity>";

    /// <summary>A transaction.</summary>
    /// <param name="value">Its amount.</param>
    /// <param name="inside">Its elements besides type, day and value.</param>
    /// <param name="attributes">Its attributes.</param>
    /// <param name="currency">The currency that it states; null for none.</param>
    public static string Transaction(string value, string inside = "", string attributes = "", string? currency = null) =>
        $"<transaction {attributes}><transaction-type code=\"3\"/><transaction-date iso-date=\"2020-02-01\"/><value{(currency is null ? "" : $" currency=\"{currency}\"")} value-date=\"2020-03-31\">{value}</value>{inside}</transaction>";

    /// <summary>An activity with every element that is read, and some that are not.</summary>
    public const string Everything = """
        <iati-activity xml:lang="en" default-currency="EUR" hierarchy="2" humanitarian="1" last-updated-datetime="2021-03-04T05:06:07Z" linked-data-uri="http://example.org/a" budget-not-provided="3">
          <iati-identifier>XI-TEST-ALL</iati-identifier>
          <reporting-org ref="XI-TEST" type="22" secondary-reporter="0"><narrative>An office</narrative><narrative xml:lang="fr">Un bureau</narrative></reporting-org>
          <title><narrative>Water for a town</narrative></title>
          <description type="1"><narrative>Wells and pipes.</narrative></description>
          <participating-org ref="XI-PART" type="10" role="1" activity-id="XI-PART-9" crs-channel-code="47122"><narrative>A partner</narrative></participating-org>
          <other-identifier ref="OLD-7" type="A1"><owner-org ref="XI-OWNER"><narrative>An owner</narrative></owner-org></other-identifier>
          <activity-status code="2"/>
          <activity-date type="1" iso-date="2020-01-01"/><activity-date type="2" iso-date="2020-01-02"/><activity-date type="3" iso-date="2020-12-30"/><activity-date type="4" iso-date="2020-12-31"><narrative>Ended early</narrative></activity-date>
          <contact-info type="1"><telephone>123</telephone></contact-info>
          <recipient-country code="AF" percentage="60.5"><narrative>Afghanistan</narrative></recipient-country>
          <recipient-region code="689" vocabulary="1" percentage="39.5"/>
          <location ref="L1"><point srsName="http://www.opengis.net/def/crs/EPSG/0/4326"><pos>34.5 69.2</pos></point></location>
          <sector vocabulary="1" code="14030" percentage="100"/><sector vocabulary="10" vocabulary-uri="http://example.org/v" code="WSH" percentage="100"/>
          <tag code="5" vocabulary="2"/><country-budget-items vocabulary="1"><budget-item code="1" percentage="100"/></country-budget-items>
          <humanitarian-scope type="2" vocabulary="2-1" code="HAFG20"><narrative>The plan</narrative></humanitarian-scope>
          <policy-marker vocabulary="1" code="2" significance="0"/>
          <collaboration-type code="1"/><default-flow-type code="10"/><default-finance-type code="110"/><default-aid-type code="C01"/><default-aid-type code="2" vocabulary="2"/><default-tied-status code="5"/>
          <budget type="2" status="1"><period-start iso-date="2020-01-03"/><period-end iso-date="2020-12-29"/><value currency="CHF" value-date="2020-01-04">1000.5</value></budget>
          <planned-disbursement type="1"><period-start iso-date="2020-02-03"/><period-end iso-date="2020-11-29"/><value value-date="2020-02-04">77</value>
            <provider-org ref="XI-P" type="10" provider-activity-id="XI-P-1"><narrative>P</narrative></provider-org><receiver-org ref="XI-R" type="21" receiver-activity-id="XI-R-1"><narrative>R</narrative></receiver-org></planned-disbursement>
          <capital-spend percentage="12.25"/>
          <transaction ref="T-1" humanitarian="0"><transaction-type code="3"/><transaction-date iso-date="2020-02-01"/><value currency="usd" value-date="2020-03-31">123.456</value>
            <description><narrative>A payment</narrative></description><provider-org ref="XI-TP" type="10" provider-activity-id="XI-TP-1"><narrative>TP</narrative></provider-org><receiver-org ref="XI-TR" type="21" receiver-activity-id="XI-TR-1"><narrative>TR</narrative></receiver-org>
            <disbursement-channel code="4"/><sector vocabulary="1" code="15110"/><recipient-country code="PK"/><flow-type code="20"/><finance-type code="421"/><aid-type code="B03"/><aid-type code="3" vocabulary="3"/><tied-status code="4"/></transaction>
          <document-link format="text/html" url="http://example.org/d"><title><narrative>A document</narrative></title></document-link>
          <related-activity ref="XI-TEST-PARENT" type="1"/>
          <legacy-data name="old" value="12" iati-equivalent="x"/><conditions attached="0"/>
          <result type="1" aggregation-status="1"><title><narrative>People with water</narrative></title></result>
          <crs-add><loan-status year="2014" currency="GBP" value-date="2013-05-24"><interest-received>200000</interest-received></loan-status></crs-add>
          <fss extraction-date="2014-05-06"><forecast year="2014" currency="GBP">3000</forecast></fss>
        </iati-activity>
        """;

    /// <summary>An organisation with every element.</summary>
    public const string Organisation = """
        <iati-organisation xml:lang="en" default-currency="EUR" last-updated-datetime="2021-03-04T05:06:07Z">
          <organisation-identifier>XI-TEST</organisation-identifier><name><narrative>An office</narrative></name><reporting-org ref="XI-TEST" type="22" secondary-reporter="0"><narrative>The office</narrative></reporting-org>
          <total-budget status="2"><period-start iso-date="2021-01-01"/><period-end iso-date="2021-12-31"/><value currency="CHF" value-date="2021-01-04">1000.5</value><budget-line ref="L1"><value value-date="2021-01-05">500</value><narrative>A line</narrative></budget-line></total-budget>
          <recipient-org-budget status="1"><recipient-org ref="XI-R"><narrative>A recipient</narrative></recipient-org><period-start iso-date="2021-02-01"/><period-end iso-date="2021-11-30"/><value value-date="2021-02-04">11</value></recipient-org-budget>
          <recipient-region-budget><recipient-region vocabulary="1" code="298"/><period-start iso-date="2021-03-01"/><period-end iso-date="2021-10-31"/><value value-date="2021-03-04">12</value></recipient-region-budget>
          <recipient-country-budget><recipient-country code="AF"/><period-start iso-date="2021-04-01"/><period-end iso-date="2021-09-30"/><value value-date="2021-04-04">13</value></recipient-country-budget>
          <total-expenditure><period-start iso-date="2020-04-01"/><period-end iso-date="2020-09-30"/><value value-date="2020-04-04">14</value><expense-line ref="E1"><value value-date="2020-04-05">7</value></expense-line></total-expenditure>
          <document-link format="text/html" url="http://example.org/d"><title><narrative>A document</narrative></title></document-link>
        </iati-organisation>
        """;

    /// <summary>A file of organisations.</summary>
    public static string OrganisationsFile(params string[] organisations) => $"<iati-organisations version=\"2.03\">{string.Concat(organisations)}</iati-organisations>";
}
