using Tributary.Listings;
using Tributary.Provenance;
using Tributary.Reading;

namespace Tributary.Sources.Sanctions;

/// <summary>The UK's sanctions list from five CSV files: subjects, names, births, numbers and countries.</summary>
/// <remarks>
/// The list is published at https://www.gov.uk/government/publications/the-uk-sanctions-list; these files are made from it, one row for each
/// statement, and repeat rows many times over. Left out on purpose: numbers of rows, and how the files' maker found a country's code.
/// </remarks>
internal sealed class UkCsvList(IRecordSink sink, CancellationToken token) : ICsvList
{
    private const string DayForm = "dd/MM/yyyy";
    private const string RowReason = "the number of a row, or how whoever made the files read it";
    private const long TextMax = 512 << 20;

    private static readonly string[] Ignored = ["name_id", "dob_id", "id", "parse_issues", "resolution_method", "iso_available", "ofsi_group_id"];
    private static readonly string[] NameColumns = ["name_6", "name_1", "name_2", "name_3", "name_4", "name_5"];

    private readonly ListReading _reading = new(sink);
    private readonly OrderedDictionary<string, EntryDraft> _entries = new(StringComparer.Ordinal);
    private readonly HashSet<ListPart> _parts = [];
    private long _text;

    /// <inheritdoc/>
    public ReadIssue? Read(ListPart part, CsvPart file)
    {
        _parts.Add(part);
        Dictionary<string, int>? columns = null;
        foreach (var row in file.Rows(cells: null, token))
        {
            if (columns is null)
            {
                columns = Header(part, row, file);
                continue;
            }
            foreach (var cell in row) _text += cell.Length;
            if (_text > TextMax) return ListReading.Fatal(ListCodes.TooLong, file.Place, "more text than is held of one list", $"expected at most {TextMax >> 20} MiB", "check that these are the files you mean");
            Take(part, file, new UkRow(row, columns));
        }
        return file.Fatal;
    }

    /// <inheritdoc/>
    public ReadIssue? End()
    {
        if (!_parts.Contains(ListPart.UkNames)) return ListReading.Fatal(ListCodes.PartAlone, "the document", "the entries of the UK's list without their names", "expected both files", "import the folder that has all files of the list, or name all of them");
        List<ListPart> missing = [.. ListPart.All.Where(part => part.Set == ListPart.UkSubjects.Set && !_parts.Contains(part))];
        if (missing.Count > 0) sink.Report(new ReadIssue(ListCodes.PartMissing, Severity.Warning, "the document", $"no {string.Join(", no ", missing.Select(part => $"{part.FileName} ({part.What})"))}", "expected all five files of the list", "import the folder that has them all; without them their content is missing"));
        foreach (var entry in _entries.Values)
        {
            if (_reading.Add(entry) is { } fatal) return fatal;
        }
        return _reading.End(new ListVersion(SanctionsList.Uk, null, 0, ListedFields.All));
    }

    private Dictionary<string, int> Header(ListPart part, string[] header, CsvPart file)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var at = 0; at < header.Length; at++)
        {
            columns.TryAdd(header[at], at);
            if (!UkColumns.Of(part).Contains(header[at], StringComparer.Ordinal)) _reading.ReportField(header[at], file.Place);
            else if (Ignored.Contains(header[at], StringComparer.Ordinal) && part != ListPart.UkSubjects) sink.Ignore($"{part.FileName}/{header[at]}", RowReason);
        }
        return columns;
    }

    private void Take(ListPart part, CsvPart file, UkRow row)
    {
        if (part == ListPart.UkSubjects) AddSubject(file, row);
        else if (_entries.TryGetValue(row["unique_id"] ?? "", out var entry)) AddTo(entry, part, file, row);
        else
        {
            sink.Report(new ReadIssue(ListCodes.EntryUnknown, Severity.Error, file.Place, $"a row about the entry {QuotedText.Of(row["unique_id"] ?? "")}", "expected rows about entries that the list has", "take all files of a list from one moment"));
            sink.LeaveOut();
        }
    }

    private void AddSubject(CsvPart file, UkRow row)
    {
        var id = row["unique_id"];
        var entry = new EntryDraft(file.Place)
        {
            Id = id,
            Type = TypeOf(file, row["subject_type"]),
            ListedOn = _reading.Day(file.Place, "date_designated", row["date_designated"], DayForm),
            UpdatedOn = _reading.Day(file.Place, "last_updated", row["last_updated"], DayForm),
        };
        entry.AddDetail("UN reference number", row["un_reference_number"]);
        entry.AddDetail("OFSI group ID", row["ofsi_group_id"]);
        // The regime is the part of the unique id before its number.
        entry.AddProgramme(id?.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') is { Length: > 0 } regime ? regime : null);
        _entries.TryAdd(id is null || _entries.ContainsKey(id) ? $"{id}, {file.Place}" : id, entry);
    }

    private ListedType TypeOf(CsvPart file, string? word)
    {
        var type = word switch { "individual" => ListedType.Person, "entity" => ListedType.Organisation, "ship" => ListedType.Vessel, _ => ListedType.Unknown };
        if (type == ListedType.Unknown) _reading.ReportValue(file.Place, "subject_type", word ?? "");
        return type;
    }

    private void AddTo(EntryDraft entry, ListPart part, CsvPart file, UkRow row)
    {
        if (part == ListPart.UkNames) AddName(entry, file, row);
        else if (part == ListPart.UkBirths) entry.AddBirth(StatedDays.Birth(string.Join('-', new[] { row["year"], row["month"], row["day"] }.OfType<string>()), row["precision"] is "circa" or "approximate"));
        else if (part == ListPart.UkIdentifiers) AddIdentifier(entry, file, row);
        else AddCountry(entry, file, row);
    }

    private void AddName(EntryDraft entry, CsvPart file, UkRow row)
    {
        var kind = row["name_type"] switch
        {
            "primary" => NameKind.Primary,
            "alias" or "primary_variation" => NameKind.Alias,
            var other => Unknown(file, "name_type", other, NameKind.Alias),
        };
        var quality = row["alias_strength"] switch
        {
            "good_quality_aka" => AliasQuality.Strong,
            "low_quality_aka" => AliasQuality.Weak,
            null => AliasQuality.Unstated,
            var other => Unknown(file, "alias_strength", other, AliasQuality.Unstated),
        };
        List<NamePart> parts = [.. NameColumns.Select(column => (column, Text: row[column])).Where(part => part.Text is not null).Select(part => new NamePart(part.column.Replace("_", "", StringComparison.Ordinal), part.Text!))];
        entry.AddName(row["full_name"], kind, quality, parts: parts.Count > 1 ? parts : null, note: row["name_type"] == "primary_variation" ? "variation of the primary name" : null);
    }

    private void AddIdentifier(EntryDraft entry, CsvPart file, UkRow row)
    {
        var type = row["identifier_type"] switch
        {
            "passport" => "Passport",
            "national" => "National identification",
            "business_registration_numbers" => "Business registration",
            "imo" => "IMO",
            var other => Unknown(file, "identifier_type", other, other ?? "number"),
        };
        if (row["raw_value"] is { } number) entry.AddIdentifier(type, number, note: row["additional_info"]);
        else entry.AddDetail(type, row["additional_info"]);
    }

    private void AddCountry(EntryDraft entry, CsvPart file, UkRow row)
    {
        var words = row["raw_value"];
        // The words of the list, but where only the code beside them says which country they mean.
        var country = Parties.Countries.Find(words, out _) || !Parties.Countries.Find(row["iso"], out var coded) ? words : coded.Name;
        var note = country == words ? null : words;
        switch (row["country_type"])
        {
            case "nationality": entry.AddNationality(country); break;
            case "birth": entry.AddBirthPlace(note, country); break;
            case "address": entry.AddAddress(note, country); break;
            case var other: Unknown(file, "country_type", other, 0); break;
        }
    }

    private T Unknown<T>(CsvPart file, string column, string? word, T instead)
    {
        _reading.ReportValue(file.Place, column, word ?? "");
        return instead;
    }
}

/// <summary>A row with its cells by column.</summary>
internal sealed class UkRow(string[] cells, Dictionary<string, int> columns)
{
    /// <summary>A cell; null when it is empty, or the file has no such column.</summary>
    public string? this[string column] => columns.TryGetValue(column, out var at) ? Reading.XmlItem.Clean(cells[at]) : null;
}
