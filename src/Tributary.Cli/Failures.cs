using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;
using Tributary.Fetching;
using Tributary.Cli.Commands;
using Tributary.Deciding;
using Tributary.Exporting;
using Tributary.Ledgers;
using Tributary.Names;
using Tributary.Proposing;
using Tributary.Questions;
using Tributary.Screening;
using Tributary.Validating;

namespace Tributary.Cli;

/// <summary>Says what a failure means: an exit code and one line with place, found, expected and what to do.</summary>
internal static class Failures
{
    private const string MakeRoom = "expected room on the disk; make room and run it again: the ledger is as it was";

    public static (int Code, string Message) Explain(Exception failure) => failure switch
    {
        UnknownValueException unknown => (ExitCodes.Usage, unknown.Message),
        DecisionRefusedException refused => (refused.IsOfAFile ? ExitCodes.Refused : ExitCodes.Usage, string.Join("\ntributary: ", refused.Mistakes)),
        NamePairsException pairs => (ExitCodes.Refused, pairs.Message),
        PartyFileException parties => (ExitCodes.Refused, parties.Message),
        UnreadableFileException unreadable => (ExitCodes.Usage, unreadable.Message),
        UnreadableReportException report => (ExitCodes.Refused, report.Message),
        RulesetException rules => (ExitCodes.Usage, rules.Message),
        ExportException export => (ExitCodes.World, export.Message),
        LedgerException { Problem: LedgerProblem.Busy } busy => (ExitCodes.Busy, busy.Message),
        LedgerException ledger => (ExitCodes.Ledger, ledger.Message),
        FetchException fetch => (ExitCodes.World, fetch.Message),
        OperationCanceledException => (ExitCodes.Cancelled, "stopped; the ledger is as it was"),
        UnauthorizedAccessException denied => (ExitCodes.World, $"{Plain(denied)}; expected to be allowed; check the permissions"),
        FileNotFoundException or DirectoryNotFoundException => (ExitCodes.World, Missing(failure)),
        IOException io when IsDiskFull(io.Message) || io.HResult is 28 or unchecked((int)0x80070070) => (ExitCodes.World, $"{Plain(io)}; {MakeRoom}"),
        IOException io => (ExitCodes.World, $"{Plain(io)}; expected to read and write it; check the path and the disk"),
        DuckDBException facts when IsDiskFull(facts.Message) => (ExitCodes.World, $"facts: {Plain(facts)}; {MakeRoom}"),
        DuckDBException facts => (ExitCodes.Ledger, $"facts: {Plain(facts)}; expected to read the snapshot; run `tributary verify`, then `tributary rebuild`"),
        InvalidDataException document => (ExitCodes.Ledger, $"documents: {Plain(document)}; expected gzip; run `tributary verify`, and restore the document from a copy"),
        SqliteException { SqliteErrorCode: 5 or 6 } held => (ExitCodes.Busy, $"journal: {Plain(held)}; expected no other process to hold it for so long; try again"),
        SqliteException { SqliteErrorCode: 13 } full => (ExitCodes.World, $"journal: {Plain(full)}; {MakeRoom}"),
        SqliteException { SqliteErrorCode: 8 or 14 } journal => (ExitCodes.World, $"journal: {Plain(journal)}; expected to open it for writing; check the permissions"),
        SqliteException journal => (ExitCodes.Ledger, $"journal: {Plain(journal)}; expected to read it; run `tributary verify`, and restore the journal from a copy"),
        _ => (ExitCodes.Bug, $"a bug in tributary, not in your data; please report it: {failure}"),
    };

    /// <summary>A closed pipe (<c>| head</c>) is how people say that they have seen enough.</summary>
    public static bool IsBrokenPipe(IOException failure) => failure.HResult == 32 || failure.Message.Contains("Broken pipe", StringComparison.Ordinal);

    // A limit on the size of files (ulimit -f) is a full disk to whoever meets it.
    private static bool IsDiskFull(string message) =>
        message.Contains("No space left", StringComparison.Ordinal) || message.Contains("File too large", StringComparison.Ordinal);

    private static string Missing(Exception failure) => failure.Message.Contains("; expected", StringComparison.Ordinal)
        ? failure.Message
        : $"{Plain(failure)}; expected it to be there; check the path";

    private static string Plain(Exception failure) => failure.Message.ReplaceLineEndings(" ").TrimEnd('.');
}
