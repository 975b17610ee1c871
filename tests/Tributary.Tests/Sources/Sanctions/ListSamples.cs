namespace Tributary.Tests.Sources.Sanctions;

/// <summary>Sanctions lists of our own making, in each form. Nobody in them exists.</summary>
internal static class ListSamples
{
    /// <summary>An individual of the UN's list with all that the readers know.</summary>
    public const string UnPerson = """
        <INDIVIDUAL><DATAID>7700001</DATAID><VERSIONNUM>1</VERSIONNUM><FIRST_NAME> TARIK </FIRST_NAME><SECOND_NAME>VELMOR</SECOND_NAME><THIRD_NAME/><FOURTH_NAME>AL-OSTERI</FOURTH_NAME>
        <UN_LIST_TYPE>Taliban</UN_LIST_TYPE><REFERENCE_NUMBER>ZZi.001 </REFERENCE_NUMBER><LISTED_ON>2001-01-25</LISTED_ON><GENDER>Male</GENDER><SUBMITTED_BY>Utopia</SUBMITTED_BY>
        <NAME_ORIGINAL_SCRIPT>طارق فلمور</NAME_ORIGINAL_SCRIPT><COMMENTS1>Reviewed in 2010.
        No further word.</COMMENTS1><TITLE><VALUE>Maulavi</VALUE></TITLE><DESIGNATION><VALUE>Minister of Weather</VALUE><VALUE>Envoy</VALUE></DESIGNATION>
        <NATIONALITY><VALUE>Afghanistan</VALUE></NATIONALITY><LIST_TYPE><VALUE>UN List</VALUE></LIST_TYPE><LAST_DAY_UPDATED><VALUE>2003-09-03</VALUE><VALUE>2011-11-29</VALUE><VALUE/></LAST_DAY_UPDATED>
        <INDIVIDUAL_ALIAS><QUALITY>Good</QUALITY><ALIAS_NAME>Tareq Velmour</ALIAS_NAME></INDIVIDUAL_ALIAS>
        <INDIVIDUAL_ALIAS><QUALITY>Low</QUALITY><ALIAS_NAME>Abu Sample</ALIAS_NAME><NOTE>nom de guerre</NOTE><DATE_OF_BIRTH>1966-02-03</DATE_OF_BIRTH><CITY_OF_BIRTH>Osterburg</CITY_OF_BIRTH><COUNTRY_OF_BIRTH>Iraq</COUNTRY_OF_BIRTH></INDIVIDUAL_ALIAS>
        <INDIVIDUAL_ALIAS><QUALITY/><ALIAS_NAME/></INDIVIDUAL_ALIAS>
        <INDIVIDUAL_ADDRESS><STREET>1 Example Road</STREET><CITY>Kandahar</CITY><COUNTRY>Afghanistan</COUNTRY><NOTE>previous address</NOTE></INDIVIDUAL_ADDRESS><INDIVIDUAL_ADDRESS><COUNTRY/></INDIVIDUAL_ADDRESS>
        <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><DATE>1964-07-17</DATE></INDIVIDUAL_DATE_OF_BIRTH>
        <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>APPROXIMATELY</TYPE_OF_DATE><YEAR>1965</YEAR></INDIVIDUAL_DATE_OF_BIRTH>
        <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>BETWEEN</TYPE_OF_DATE><FROM_YEAR>1970</FROM_YEAR><TO_YEAR>1973</TO_YEAR><NOTE>Approximately</NOTE></INDIVIDUAL_DATE_OF_BIRTH>
        <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>Nov. 1973</NOTE></INDIVIDUAL_DATE_OF_BIRTH>
        <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE>EXACT</TYPE_OF_DATE><NOTE>the year of the flood</NOTE></INDIVIDUAL_DATE_OF_BIRTH>
        <INDIVIDUAL_DATE_OF_BIRTH><TYPE_OF_DATE/></INDIVIDUAL_DATE_OF_BIRTH>
        <INDIVIDUAL_PLACE_OF_BIRTH><CITY>Kandahar</CITY><STATE_PROVINCE>Kandahar Province</STATE_PROVINCE><COUNTRY>Afghanistan</COUNTRY></INDIVIDUAL_PLACE_OF_BIRTH>
        <INDIVIDUAL_DOCUMENT><TYPE_OF_DOCUMENT>Passport</TYPE_OF_DOCUMENT><NUMBER> ZZ000001</NUMBER><ISSUING_COUNTRY>Afghanistan</ISSUING_COUNTRY><DATE_OF_ISSUE>1998-05-01</DATE_OF_ISSUE><NOTE>expired</NOTE></INDIVIDUAL_DOCUMENT>
        <SORT_KEY/><SORT_KEY_LAST_MOD/></INDIVIDUAL>
        """;

    /// <summary>A UN list.</summary>
    /// <param name="day">The day that it states.</param>
    /// <param name="people">Its individuals.</param>
    /// <param name="entities">Its entities.</param>
    public static string Un(string day, IEnumerable<string> people, IEnumerable<string>? entities = null) => $"""
        <?xml version="1.0" encoding="UTF-8"?><CONSOLIDATED_LIST xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="https://www.un.org/sc/resources/sc-sanctions.xsd" dateGenerated="{day}T23:00:09.174Z">
        <INDIVIDUALS>{string.Concat(people)}</INDIVIDUALS>
        <ENTITIES>{string.Concat(entities ?? [])}</ENTITIES></CONSOLIDATED_LIST>
        """;

    /// <summary>A plain individual of the UN's list.</summary>
    public static string UnIndividual(string id, string name, string remarks = "") =>
        $"<INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>{name}</FIRST_NAME><UN_LIST_TYPE>Taliban</UN_LIST_TYPE><REFERENCE_NUMBER>{id}</REFERENCE_NUMBER><LISTED_ON>2001-01-25</LISTED_ON><COMMENTS1>{remarks}</COMMENTS1></INDIVIDUAL>";

    /// <summary>An entity of the UN's list.</summary>
    public static string UnEntity(string id, string name) =>
        $"<ENTITY><DATAID>2</DATAID><FIRST_NAME>{name}</FIRST_NAME><UN_LIST_TYPE>Taliban</UN_LIST_TYPE><REFERENCE_NUMBER>{id}</REFERENCE_NUMBER><LISTED_ON>2012-06-29</LISTED_ON><ENTITY_ALIAS><QUALITY>f.k.a.</QUALITY><ALIAS_NAME>{name} Brothers</ALIAS_NAME></ENTITY_ALIAS></ENTITY>";

    public const string OfacXml = """
        <?xml version="1.0" standalone="yes"?>
        <sdnList xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns="https://sanctionslistservice.ofac.treas.gov/api/PublicationPreview/exports/XML">
          <publshInformation><Publish_Date>03/28/2025</Publish_Date><Record_Count>2</Record_Count></publshInformation>
          <sdnEntry><uid>90001</uid><firstName>Mira</firstName><lastName>KESTREL</lastName><title>Chair</title><sdnType>Individual</sdnType><remarks>Of the board.</remarks>
            <programList><program>SDGT</program><program>IRAQ2</program></programList>
            <idList><id><uid>1</uid><idType>Passport</idType><idNumber>K123</idNumber><idCountry>Iraq</idCountry><issueDate>01 Jan 2000</issueDate><expirationDate>01 Jan 2010</expirationDate></id>
              <id><uid>2</uid><idType>Gender</idType><idNumber>Female</idNumber></id><id><uid>3</uid><idType>Secondary sanctions risk:</idType><idNumber>section 1</idNumber></id></idList>
            <akaList><aka><uid>4</uid><type>f.k.a.</type><category>weak</category><lastName>HERON</lastName></aka><aka><uid>5</uid><type>a.k.a.</type><category>strong</category><lastName>KESTRELL</lastName><firstName>Meera</firstName></aka></akaList>
            <addressList><address><uid>6</uid><address1>1 Quay</address1><city>Basra</city><postalCode>61001</postalCode><country>Iraq</country></address></addressList>
            <nationalityList><nationality><uid>7</uid><country>Iraq</country><mainEntry>true</mainEntry></nationality></nationalityList><citizenshipList><citizenship><uid>8</uid><country>Atlantis</country><mainEntry>true</mainEntry></citizenship></citizenshipList>
            <dateOfBirthList><dateOfBirthItem><uid>9</uid><dateOfBirth>circa 1962</dateOfBirth><mainEntry>true</mainEntry></dateOfBirthItem><dateOfBirthItem><uid>10</uid><dateOfBirth>08 Feb 1963</dateOfBirth><mainEntry>false</mainEntry></dateOfBirthItem></dateOfBirthList>
            <placeOfBirthList><placeOfBirthItem><uid>11</uid><placeOfBirth>Pyongyang, Korea, North</placeOfBirth><mainEntry>true</mainEntry></placeOfBirthItem></placeOfBirthList></sdnEntry>
          <sdnEntry><uid>90002</uid><lastName>BLUE HERON</lastName><sdnType>Vessel</sdnType><programList><program>SDGT</program></programList>
            <vesselInfo><callSign>ZZ99</callSign><vesselType>Tug</vesselType><vesselFlag>Malta</vesselFlag><vesselOwner>Heron Ltd.</vesselOwner><tonnage>10</tonnage><grossRegisteredTonnage>12</grossRegisteredTonnage></vesselInfo></sdnEntry>
        </sdnList>
        """;

    public const string OfacJson = """
        { "name": "A mirror", "published": "2026-08-20", "counts": { "entries": 2, "alternateNames": 1 }, "fields": [],
          "entries": [ { "uid": 90001, "name": "KESTREL, Mira", "type": "individual", "programs": ["SDGT"], "alternateNames": ["KESTRELL, Meera"] },
                       { "uid": 90003, "name": "HERON LTD.", "type": "entity", "programs": ["SDGT", "IRAQ2"], "alternateNames": [] } ] }
        """;

    public const string SdnCsv = "90001,\"KESTREL, Mira\",\"individual\",\"SDGT] [IRAQ2\",\"Chair\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,\"DOB 05 Feb 1969; alt. DOB 1958 to 1960; POB Basra, Iraq; nationality Iraq; Gender Female; Passport K123 (Iraq) expires 2010; alt. Tax ID No. 77; a.k.a. 'THE BIRD'; Linked To: BLUE HE\"\r\n"
        + "90002,\"BLUE HERON\",\"vessel\",\"SDGT\",-0- ,\"ZZ99\",\"Tug\",\"10\",\"12\",\"Malta\",\"Heron Ltd.\",-0- \r\n90003,\"HERON LTD.\",-0- ,\"SDGT\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\u001a";

    public const string AltCsv = "90001,1,\"aka\",\"KESTRELL, Meera\",-0- \r\n90003,2,\"fka\",\"HERON AND SONS\",-0- \r\n\u001a";

    public const string AddCsv = "90001,1,\"1 Quay\",\"Basra 61001\",\"Iraq\",-0- \r\n90002,2,-0- ,-0- ,-0- ,-0- \r\n\u001a";

    public const string CommentsCsv = "90001,\"RON; MMSI 123456789; Linked To: HERON LTD.\"\r\n";

    public const string UkSubjects = "unique_id,subject_type,un_reference_number,ofsi_group_id,date_designated,last_updated\nZZA0001,individual,ZZi.001,12703,29/06/2012,16/04/2026\nZZA0002,ship,,12704,29/06/2012,12/01/2022\n";

    public const string UkNames = "name_id,unique_id,name_type,alias_strength,full_name,name_6,name_1,name_2,name_3,name_4,name_5\n0,ZZA0001,alias,low_quality_aka,Abu Sample,Abu Sample,,,,,\n1,ZZA0001,primary,,Tarik VELMOR,VELMOR,Tarik,,,,\n"
        + "2,ZZA0001,primary_variation,good_quality_aka,Tareq VELMOUR,VELMOUR,Tareq,,,,\n3,ZZA0001,primary_variation,good_quality_aka,Tareq VELMOUR,VELMOUR,Tareq,,,,\n4,ZZA0002,primary,,BLUE HERON,BLUE HERON,,,,,\n";

    public const string UkBirths = "dob_id,unique_id,year,month,day,precision,parse_issues\n0,ZZA0001,1968,,,year_only,non_numeric_month\n1,ZZA0001,1967,02,03,exact,\n2,ZZA0001,1966,05,,month_year,\n";

    public const string UkIdentifiers = "id,unique_id,ofsi_group_id,raw_value,identifier_type,additional_info\n1,ZZA0001,12703,ZZ000001,passport,expired\n2,ZZA0001,12703,ZZ000001,passport,expired\n3,ZZA0002,,9999999,imo,\n";

    public const string UkCountries = "id,unique_id,raw_value,country_type,iso,resolution_method,iso_available\n1,ZZA0001,Afghanistan,birth,AF,direct,True\n2,ZZA0001,Persia,nationality,IR,override,True\n3,ZZA0001,Nowhere,address,,unmapped,False\n";

    public const string EuXml = """
        <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
        <export xmlns="http://eu.europa.ec/fpi/fsd/export" generationDate="2025-06-11T17:52:47.153+02:00" globalFileId="1">
          <sanctionEntity designationDate="2012-07-01" designationDetails="seat of the board" unitedNationId="ZZi.001" euReferenceNumber="EU.99.1" logicalId="13"><remark>First remark</remark>
            <regulation regulationType="amendment" organisationType="council" publicationDate="2012-07-08" entryIntoForceDate="2012-07-09" numberTitle="1/2012 (OJ L1)" programme="TAL" logicalId="1"><publicationUrl>http://example.org/1</publicationUrl></regulation>
            <subjectType code="person" classificationCode="P"/>
            <nameAlias firstName="Tarik" middleName="" lastName="Velmor" wholeName="Tarik Velmor" function="Envoy" gender="M" title="Maulavi" nameLanguage="EN" strong="true" regulationLanguage="en" logicalId="2"><regulationSummary regulationType="amendment" publicationDate="2012-07-08" numberTitle="1/2012" publicationUrl="http://example.org/1"/></nameAlias>
            <nameAlias firstName="" middleName="" lastName="" wholeName="Тарик Велмор" function="" title="" nameLanguage="RU" strong="false" regulationLanguage="en" logicalId="3"/>
            <citizenship region="" countryIso2Code="AF" countryDescription="AFGHANISTAN" regulationLanguage="en" logicalId="4"/><citizenship region="" countryIso2Code="00" countryDescription="UNKNOWN" regulationLanguage="en" logicalId="5"/>
            <birthdate circa="true" calendarType="GREGORIAN" city="Kandahar" zipCode="" yearRangeFrom="1963" yearRangeTo="1965" region="" place="" countryIso2Code="AF" countryDescription="AFGHANISTAN" regulationLanguage="en" logicalId="6"/>
            <birthdate circa="false" calendarType="GREGORIAN" city="" zipCode="" birthdate="1964-07-17" dayOfMonth="17" monthOfYear="7" year="1964" region="" place="" countryIso2Code="00" countryDescription="UNKNOWN" regulationLanguage="en" logicalId="7"/>
            <address city="Kandahar" street="1 Example Road" poBox="5" zipCode="" region="" place="" asAtListingTime="true" countryIso2Code="AF" countryDescription="AFGHANISTAN" regulationLanguage="en" logicalId="8"/>
            <identification diplomatic="true" knownExpired="false" knownFalse="false" reportedLost="false" revokedByIssuer="false" issuedBy="the ministry" latinNumber="" nameOnDocument="" number="ZZ000001" region="" identificationTypeCode="passport" identificationTypeDescription="National passport" countryIso2Code="AF" countryDescription="AFGHANISTAN" regulationLanguage="en" logicalId="9"/>
          </sanctionEntity>
        </export>
        """;
}
