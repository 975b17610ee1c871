using System.CommandLine;
using Tributary.Cli.Output;
using Tributary.Deciding;
using Tributary.Exporting;
using Tributary.Ledgers;
using Tributary.Proposing;
using Tributary.Questions;
using Tributary.Tables;

namespace Tributary.Cli.Commands;

/// <summary><c>evidence show|propose|queue|accept|correct|reject</c></summary>
internal static class EvidenceCommand
{
    private const string StandardInput = "-";

    public static Command Create(Surface surface) => new("evidence", "Reports that the ledger keeps as evidence, and what they seem to state")
    {
        CreateShow(surface),
        CreatePropose(surface),
        CreateQueue(surface),
        CreateAccept(surface, "accept", "Enter what a report states as it was proposed: conferences with their parties, pledges, calls, what was said", mayChange: false,
            "tributary evidence accept 984a6c46 c365 --id moscow-2021-10-20", "tributary evidence accept 984a6c46 a280 q713 --conference moscow-2021-10-20"),
        CreateAccept(surface, "correct", "Enter a proposal with other fields than were proposed", mayChange: true,
            "tributary evidence correct 984a6c46 c365 --id moscow-2021-10-20 --set first-day=2021-10-20 --set \"day-basis=other reports\""),
        CreateReject(surface),
    };

    private static Command CreateShow(Surface surface)
    {
        var id = new Argument<string>("ID") { Description = "The document: its hash, or the first digits of it" };
        var show = new Command("show", "What a report says about itself, each with its place in the text; and the text, with what is proposed of it marked") { id };
        return AnswerCommand.Create(surface, show, (asked, token) => asked.Given(asked.Ask(new EvidenceQuestion { Document = asked.Parsed.GetValue(id)! }, token), answer => Shown(asked.Ledger, answer), limit: null), "tributary evidence show 984a6c46");
    }

    private static Tabulated Shown(Ledger ledger, EvidenceAnswer answer)
    {
        var tables = EvidenceTables.Of(answer);
        if (answer.Fields.Count == 0) return tables;
        using var bytes = ledger.OpenDocument(answer.Hash);
        var report = StoredReport.Read(answer.Name, bytes, answer.Format);
        return tables with { Tables = [.. tables.Tables, MarkedText.Of(report.Text, ReportReader.Read(report))] };
    }

    private static Command CreatePropose(Surface surface)
    {
        var named = new Argument<string>("ID|FILE") { Description = "A report of the ledger, by its hash or the first digits of it; or a file, - for standard input", HelpName = "ID|FILE" };
        var propose = new Command("propose", "What a news report seems to state: conferences, calls for aid, money, what was said, asked and feared. Nothing is entered") { named };
        var format = CommonOptions.Format();
        propose.Options.Add(format);
        Examples.Add(propose, "tributary evidence propose report.txt", "tributary evidence propose 984a6c46 --format json");
        propose.SetAction((parsed, token) => Task.FromResult(Propose(surface, parsed.GetValue(named)!, CommonOptions.LedgerOf(parsed), parsed.GetValue(format), token)));
        return propose;
    }

    private static int Propose(Surface surface, string named, string folder, AnswerFormat format, CancellationToken token)
    {
        var report = ReportOf(surface, named, folder, token);
        var proposals = ReportReader.Read(report);
        if (format == AnswerFormat.Json)
        {
            using var output = new MemoryStream();
            ProposalsJson.Write(output, [new("name", report.Name), new("sha256", report.Sha256)], proposals);
            surface.Out.Write(System.Text.Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length));
        }
        else
        {
            var tables = ProposalTables.Of(report.Name, report.Text, proposals);
            if (format == AnswerFormat.Csv && tables.Tables.Count > 0) CsvTableWriter.Write(surface.Out, tables.Tables[0].Columns, tables.Tables[0].Rows);
            else if (format == AnswerFormat.Table) TableWriter.Write(surface.Console, tables);
        }
        return ExitCodes.Ok;
    }

    private static Command CreateQueue(Surface surface)
    {
        var queue = new Command("queue", "What rules read out of the ledger's reports and nobody has decided on, those with the most points first");
        var limit = LineLimit.AddTo(queue);
        return AnswerCommand.Create(surface, queue, (asked, token) => asked.Given(ProposalQueue.Of(asked.Ledger, token), answer => answer.Laid(), limit), "tributary evidence queue", "tributary evidence queue --format json");
    }

    private static Command CreateAccept(Surface surface, string name, string description, bool mayChange, params string[] examples)
    {
        var (report, proposals) = (Report(), new Argument<string[]>("PROPOSAL") { Description = "Proposals of the report, as `tributary evidence propose` names them", Arity = ArgumentArity.OneOrMore });
        var conference = new Option<string?>("--conference") { Description = "A conference of the ledger that they are of", HelpName = "ID" };
        var id = new Option<string?>("--id") { Description = "The id of a conference that is entered with them (else its place and day)", HelpName = "ID" };
        var set = new Option<string[]>("--set") { Description = "A field with another text than was proposed; several", HelpName = "FIELD=TEXT" };
        set.Validators.Add(result =>
        {
            foreach (var token in result.Tokens.Where(token => token.Value.IndexOf('=', StringComparison.Ordinal) < 1)) result.AddError($"--set '{token.Value}': no field and text; expected FIELD=TEXT, such as amount=600000000");
        });
        var command = new Command(name, description) { report, proposals, conference, id };
        if (mayChange) command.Options.Add(set);
        var entering = new EnterOptions(command, surface);
        Examples.Add(command, examples);
        entering.Do((parsed, ledger, options, format) =>
        {
            var accepted = new AcceptedProposals(parsed.GetValue(proposals)!) { Conference = parsed.GetValue(conference), Id = parsed.GetValue(id), Changes = mayChange ? Fields(parsed.GetValue(set) ?? []) : new Dictionary<string, string>() };
            var entered = ledger.Accept(parsed.GetValue(report)!, accepted, options);
            Write(surface, format, new KeptRow(First(entered), $"entered: {Count(entered)}"));
        });
        return command;
    }

    private static Command CreateReject(Surface surface)
    {
        var (report, proposals) = (Report(), new Argument<string[]>("PROPOSAL") { Description = "Proposals that the report does not state", Arity = ArgumentArity.OneOrMore });
        var command = new Command("reject", "Say that a report does not state what was proposed; it is proposed no more") { report, proposals };
        var entering = new EnterOptions(command, surface);
        Examples.Add(command, "tributary evidence reject 984a6c46 m713 --why \"a debt and no promise\"");
        entering.Do((parsed, ledger, options, format) =>
        {
            var names = parsed.GetValue(proposals)!;
            Write(surface, format, new KeptRow(ledger.Reject(parsed.GetValue(report)!, names, options), $"rejected: {string.Join(", ", names)}"));
        });
        return command;
    }

    private static Argument<string> Report() => new("REPORT") { Description = "A report of the ledger: its hash, or the first digits of it" };

    // The last of several texts for one field counts.
    private static Dictionary<string, string> Fields(string[] given)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in given) fields[field[..field.IndexOf('=', StringComparison.Ordinal)].Trim()] = field[(field.IndexOf('=', StringComparison.Ordinal) + 1)..].Trim();
        return fields;
    }

    private static long First(EnteredConferences entered) => ((long[])[.. entered.Conferences.Select(one => one.Position), .. entered.Participants.Select(one => one.Position), .. entered.Statements.Select(one => one.Position), .. entered.Calls.Select(one => one.Position), .. entered.Pledges.Select(one => one.Position)]).Min();

    private static string Count(EnteredConferences entered) => string.Join(", ", ((string?[])
    [
        entered.Conferences.Count > 0 ? $"conference {string.Join(", ", entered.Conferences.Select(one => one.What.Id))}" : null, Number(entered.Participants.Count, "party", "parties"), Number(entered.Statements.Count, "statement", "statements"),
        Number(entered.Calls.Count, "call", "calls"), Number(entered.Pledges.Count, "pledge", "pledges"),
    ]).OfType<string>());

    private static string? Number(int count, string one, string several) => count == 0 ? null : $"{count} {(count == 1 ? one : several)}";

    private static void Write(Surface surface, AnswerFormat format, KeptRow kept) => AnswerCommand.Write(surface, format, kept, () => KeptRow.Table(kept));

    // A file is read as it is; anything else names a document of the ledger.
    private static StoredReport ReportOf(Surface surface, string named, string folder, CancellationToken token)
    {
        if (named == StandardInput)
        {
            using var input = Console.OpenStandardInput();
            return StoredReport.Read("standard input", input, token: token);
        }
        if (File.Exists(named))
        {
            using var file = File.OpenRead(named);
            return StoredReport.Read(named, file, token: token);
        }
        // What cannot be a hash was meant as a file.
        if (named.AsSpan().ContainsAnyExcept("0123456789abcdefABCDEF")) throw new FileNotFoundException($"{named}: no such file; expected a news report, or the hash of one that the ledger has; check the path", named);
        using var ledger = Ledger.Open(folder, new PlainProgress(surface.Error), token);
        var document = ledger.Ask(new EvidenceQuestion { Document = named }, token);
        using var bytes = ledger.OpenDocument(document.Hash);
        return StoredReport.Read(document.Name, bytes, document.Format, token);
    }
}
