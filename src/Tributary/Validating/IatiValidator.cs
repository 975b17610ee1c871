namespace Tributary.Validating;

/// <summary>Holds IATI files to the standard, versions 2.01 to 2.03: well-formed XML, schema, codelists, the standard's rules, identifiers that repeat, and activities that are named and not there.</summary>
/// <remarks>
/// The tables are made from the standard's own files; <c>docs/validate.md</c> says from which. A file is read once, whatever its size: memory holds one
/// activity, 24 bytes for each identifier, and the findings that are listed. Safe for use by several threads.
/// </remarks>
public static class IatiValidator
{
    /// <summary>Validates one file.</summary>
    /// <param name="stream">The file from its first byte; not closed here.</param>
    /// <param name="options">How; null for the standard's rules and 10,000 findings listed.</param>
    /// <param name="token">Stops it.</param>
    /// <returns>What was found. A file that is no XML, or no IATI, is a finding too.</returns>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    public static ValidationReport Validate(Stream stream, ValidationOptions? options = null, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Validate([new ValidatedFile("", () => stream) { StaysOpen = true }], options, token)[0];
    }

    /// <summary>Validates several files on all cores. An activity that one names may stand in another.</summary>
    /// <param name="files">The files.</param>
    /// <param name="options">How; null for the standard's rules and 10,000 findings of each listed.</param>
    /// <param name="token">Stops it.</param>
    /// <returns>A report for each, in their order.</returns>
    /// <exception cref="IOException">One of them cannot be read.</exception>
    public static IReadOnlyList<ValidationReport> Validate(IReadOnlyList<ValidatedFile> files, ValidationOptions? options = null, CancellationToken token = default)
    {
        ArgumentNullException.ThrowIfNull(files);
        options ??= new ValidationOptions();
        var checks = files.Count == 1 ? [Check(files[0], options, token)] : CheckAll(files, options, token);
        foreach (var check in checks)
        {
            foreach (var reference in check.Identifiers.Open.Where(reference => !Array.Exists(checks, other => other.Identifiers.Contains(reference.Hash)))) check.Findings.AddLate(reference.ToFinding());
        }
        return [.. checks.Select((check, index) => check.ToReport(files[index].Name))];
    }

    private static DocumentCheck[] CheckAll(IReadOnlyList<ValidatedFile> files, ValidationOptions options, CancellationToken token)
    {
        var checks = new DocumentCheck[files.Count];
        try
        {
            Parallel.For(0, files.Count, new ParallelOptions { CancellationToken = token, MaxDegreeOfParallelism = Environment.ProcessorCount }, index => checks[index] = Check(files[index], options, token));
        }
        catch (AggregateException failures)
        {
            // One file that cannot be read ends the run; which of several is told first does not matter.
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failures.Flatten().InnerExceptions[0]);
        }
        return checks;
    }

    private static DocumentCheck Check(ValidatedFile file, ValidationOptions options, CancellationToken token)
    {
        var stream = file.Open();
        try
        {
            return DocumentCheck.Run(stream, options, token);
        }
        finally
        {
            if (!file.StaysOpen) stream.Dispose();
        }
    }
}

/// <summary>A file to validate.</summary>
/// <param name="Name">Its name, for the report.</param>
/// <param name="Open">Opens it at its first byte.</param>
public sealed record ValidatedFile(string Name, Func<Stream> Open)
{
    /// <summary>Whether the stream is left open. Default: it is closed.</summary>
    public bool StaysOpen { get; init; }
}
