using System.Diagnostics;
using Tributary.Ledgers;
using Tributary.Provenance;
using Tributary.Reading;
using Tributary.Sources;

namespace Tributary.Import;

/// <summary>Takes one input into a draft: opens it, finds its format, reads it, and says what became of it.</summary>
internal sealed class DocumentImport
{
    private const long ProgressEveryBytes = 1 << 20;

    private readonly ImportSession _session;
    private readonly ImportInput _input;
    private readonly Stopwatch _time = Stopwatch.StartNew();

    public DocumentImport(ImportSession session, ImportInput input) => (_session, _input) = (session, input);

    public DocumentReport Run(CancellationToken token)
    {
        if (_session.IsKnown(_input) is { } known) return Known(known);
        using var opened = Open();
        var compressed = new PeekStream(new ProgressStream(opened, _session.Progress), IDocumentFormat.HeadBytes);
        using var gunzip = GunzipStream.Recognises(compressed.Head) ? new GunzipStream(compressed) : null;
        using var content = gunzip is null ? compressed : new PeekStream(gunzip, IDocumentFormat.HeadBytes);
        if (Formats.Recognise(content.Head) is { } format) return _session.Options.Expected is { } expected && !expected.Formats.Contains(format.Name) ? Refuse(Unexpected(format, expected)) : Read(content, gunzip, format, token);
        if (gunzip?.Issue is { } broken) return Refuse(broken);
        return _input.MayBeUnknown
            ? Report(DocumentOutcome.Skipped, "", "", 0) with { Issues = Group(Unknown(content.Head)) }
            : Refuse(Unknown(content.Head));
    }

    private DocumentReport Read(Stream content, GunzipStream? gunzip, IDocumentFormat format, CancellationToken token)
    {
        using var intake = _session.TakeIn(content);
        var facts = _session.Draft.BeginDocument(_session.AssumedDay(_input));
        var sink = new FactSink(facts, _session.LastDay);
        var fatal = format.Read(intake, sink, token);
        if (fatal is null) intake.Complete();
        // What a reader makes of data that does not decompress says nothing about the document.
        if (gunzip?.Issue is { } broken)
        {
            facts.Abandon();
            return Refuse(broken) with { Format = format.Name, Bytes = intake.Bytes };
        }
        if (fatal is not null) sink.Report(fatal);
        // A list with records that cannot be used is judged with the list: leaving them out alone would delist people.
        if (fatal is not null || (sink.HasErrors && !_session.Options.LeaveOutErrors && (sink.List is null || sink.LeftOut == 0)))
        {
            facts.Abandon();
            return Full(DocumentOutcome.Refused, "", format, intake.Bytes, sink);
        }
        return Keep(intake, format, facts, sink);
    }

    private DocumentReport Keep(DocumentIntake intake, IDocumentFormat format, DocumentFacts facts, FactSink sink)
    {
        if (_session.Known(intake.Hash) is { } known)
        {
            facts.Abandon();
            return Known(known);
        }
        var (day, basis) = _session.DayOf(_input, sink.StatedDay);
        var (change, held) = sink.List is { } list ? _session.Lists.Compare(new ListCandidate(list, sink.ListedIds, intake.Hash.Hex, format, day, sink.LeftOut)) : (null, null);
        if (held is not null)
        {
            sink.Report(held);
            facts.Abandon();
            return Full(DocumentOutcome.Refused, "", format, intake.Bytes, sink) with { List = change };
        }
        var received = new DocumentReceived(intake.Hash.Hex, intake.Bytes, format.Name, _input.Path, day, basis, _session.Options.LeaveOutErrors);
        sink.WriteEnd(day);
        facts.End(received, format.FlowPlace, format.Authority, sink.Records().Values.Sum(), sink.LeftOut);
        _session.Keep(intake, received);
        return Full(DocumentOutcome.Imported, intake.Hash.Hex, format, intake.Bytes, sink) with { Day = day, DayBasis = basis, List = change };
    }

    private DocumentReport Known(DocumentReceived known) => Report(DocumentOutcome.AlreadyKnown, known.Sha256, known.Format, known.Bytes) with
    {
        Day = known.Day,
        DayBasis = known.DayBasis,
        DayNotTaken = _session.Options.Day is { } given && given != known.Day ? given : null,
    };

    private Stream Open() => _input.Fetched is { } fetched ? _session.OpenStored(fetched.Hash)
        : _input.Files.Count > 0 ? new FileSetStream(_input.Files)
        : _input.Path == ImportInput.StandardInput ? _session.Options.OpenStandardInput()
        : new FileStream(_input.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);

    private static ReadIssue Unexpected(IDocumentFormat format, ExpectedDocuments expected) =>
        new(ReadingCodes.FormatUnknown, Severity.Fatal, "the document", $"it is {format.Title}", $"expected {expected.Words}", "take it in with `tributary import`");

    private static ReadIssue Unknown(ReadOnlySpan<byte> head) => new(ReadingCodes.FormatUnknown, Severity.Fatal, "byte 0",
        head.IsEmpty ? "the document is empty" : $"it begins with {Describe(head)}",
        "expected FTS API JSON, an HDX FTS CSV file, IATI XML, a sanctions list, exchange rates of the ECB or the IMF, or a news report (each also as .gz)", "see docs/sources for what can be read");

    private static string Describe(ReadOnlySpan<byte> head)
    {
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) return "UTF-16 text, which has to be saved as UTF-8";
        var shown = head[..Math.Min(24, head.Length)];
        var text = System.Text.Encoding.Latin1.GetString(shown);
        return text.All(c => c is >= ' ' and <= '~' or '\n' or '\r' or '\t')
            ? $"'{text.ReplaceLineEndings(" ").Trim()}'"
            : $"the bytes {Convert.ToHexStringLower(shown[..Math.Min(8, shown.Length)])}";
    }

    private DocumentReport Refuse(ReadIssue issue) => Report(DocumentOutcome.Refused, "", "", 0) with { Issues = Group(issue) };

    private static IReadOnlyList<IssueGroup> Group(ReadIssue issue) => [new IssueGroup(issue.Code, issue.Severity, 1, [issue])];

    private DocumentReport Full(DocumentOutcome outcome, string sha256, IDocumentFormat format, long bytes, FactSink sink) =>
        Report(outcome, sha256, format.Name, bytes) with { Records = sink.Records(), RecordsLeftOut = sink.LeftOut, Ignored = sink.Ignored(), Issues = sink.Issues() };

    private DocumentReport Report(DocumentOutcome outcome, string sha256, string format, long bytes) =>
        new(_input.Path, outcome, sha256, format, bytes, new Dictionary<string, long>(), 0, [], [], Math.Round(_time.Elapsed.TotalSeconds, 3));

    private sealed class ProgressStream(Stream source, IImportProgress? progress) : ReadOnlyStream
    {
        private long _bytes, _told;

        public override int Read(Span<byte> buffer)
        {
            var read = source.Read(buffer);
            _bytes += read;
            if (progress is not null && _bytes - _told >= ProgressEveryBytes) progress.Advance(_told = _bytes);
            return read;
        }
    }
}
