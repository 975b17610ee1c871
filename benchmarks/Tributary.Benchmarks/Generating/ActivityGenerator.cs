using System.Globalization;
using System.Text;
using Tributary.Validating;

namespace Tributary.Benchmarks;

/// <summary>Writes IATI files of any size out of real activities: those that are valid, again and again, each time under another identifier.</summary>
internal sealed class ActivityGenerator
{
    private const string Start = "<iati-activity", End = "</iati-activity>", IdentifierEnd = "</iati-identifier>";

    private const string Seed = """
        <iati-activity xml:lang="en" default-currency="USD"><iati-identifier>XM-DAC-41127-A1</iati-identifier>
        <reporting-org ref="XM-DAC-41127" type="40"><narrative>An office</narrative></reporting-org><title><narrative>Water for a town</narrative></title>
        <description><narrative>Wells and pipes.</narrative></description><participating-org role="4" type="40"><narrative>An office</narrative></participating-org>
        <activity-status code="2"/><activity-date type="2" iso-date="2020-01-01"/><recipient-country code="AF"/><sector code="14030"/>
        <transaction><transaction-type code="2"/><transaction-date iso-date="2020-02-01"/><value value-date="2020-02-01">500</value></transaction></iati-activity>
        """;

    private readonly List<byte[]> _before = [], _after = [];

    /// <param name="folder">Files of activities; a small one of our own where there is no such folder.</param>
    public ActivityGenerator(string folder)
    {
        foreach (var path in Directory.Exists(folder) ? Directory.GetFiles(folder, "*.xml").Order(StringComparer.Ordinal) : Enumerable.Empty<string>()) Take(File.ReadAllText(path));
        if (_before.Count == 0) Take(Seed);
    }

    /// <summary>How many different activities there are.</summary>
    public int Count => _before.Count;

    /// <summary>Writes a file.</summary>
    /// <returns>How many activities it has.</returns>
    public long Write(Stream output, long bytes)
    {
        var written = 0L;
        Put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<iati-activities version=\"2.03\">\n"u8);
        var number = 0L;
        for (; written < bytes; number++)
        {
            var at = (int)(number % Count);
            Put(_before[at]);
            Put(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"-{number}")));
            Put(_after[at]);
        }
        Put("</iati-activities>\n"u8);
        return number;

        void Put(ReadOnlySpan<byte> part)
        {
            output.Write(part);
            written += part.Length;
        }
    }

    private void Take(string text)
    {
        for (var at = text.IndexOf(Start + " ", StringComparison.Ordinal); at >= 0; at = text.IndexOf(Start + " ", at + 1, StringComparison.Ordinal))
        {
            var end = text.IndexOf(End, at, StringComparison.Ordinal);
            if (end < 0) return;
            var activity = text[at..(end + End.Length)];
            var identifier = activity.IndexOf(IdentifierEnd, StringComparison.Ordinal);
            if (identifier < 0 || !IsValid(activity)) continue;
            _before.Add(Encoding.UTF8.GetBytes(activity[..identifier]));
            _after.Add(Encoding.UTF8.GetBytes(activity[identifier..] + "\n"));
        }
    }

    private static bool IsValid(string activity)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes($"<iati-activities version=\"2.03\">{activity}</iati-activities>"));
        return IatiValidator.Validate(file).IsValid;
    }
}
