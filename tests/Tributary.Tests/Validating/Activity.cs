using System.Text;
using Tributary.Validating;

namespace Tributary.Tests.Validating;

/// <summary>Makes small activities, and validates them.</summary>
internal static class Activity
{
    /// <summary>A file with one activity, of which nothing can be said.</summary>
    /// <param name="change">Replaces a piece of it by another.</param>
    public static string File(params (string Piece, string By)[] change)
    {
        var text = Plain;
        foreach (var (piece, by) in change)
        {
            Assert.Contains(piece, text, StringComparison.Ordinal);
            text = text.Replace(piece, by, StringComparison.Ordinal);
        }
        return text;
    }

    /// <summary>A file around elements.</summary>
    public static string Around(string inside, string attributes = "") => $"<iati-activities version=\"2.03\"><iati-activity{attributes}>{inside}</iati-activity></iati-activities>";

    public static ValidationReport Validate(string text, ValidationOptions? options = null) => Validate(Encoding.UTF8.GetBytes(text), options);

    public static ValidationReport Validate(byte[] bytes, ValidationOptions? options = null)
    {
        using var stream = new MemoryStream(bytes);
        return IatiValidator.Validate(stream, options);
    }

    /// <summary>The ids found, with how often.</summary>
    public static string Ids(ValidationReport report) => string.Join(' ', report.Totals.Select(total => total.Count == 1 ? total.Id : $"{total.Id}*{total.Count}"));

    private const string Plain = """
        <?xml version="1.0" encoding="UTF-8"?>
        <iati-activities version="2.03">
          <iati-activity xml:lang="en" default-currency="USD">
            <iati-identifier>XM-DAC-41127-A1</iati-identifier>
            <reporting-org ref="XM-DAC-41127" type="40"><narrative>An office</narrative></reporting-org>
            <title><narrative>Water for a town</narrative></title>
            <description><narrative>Wells and pipes.</narrative></description>
            <participating-org role="4" type="40"><narrative>An office</narrative></participating-org>
            <activity-status code="2"/>
            <activity-date type="2" iso-date="2020-01-01"/>
            <recipient-country code="AF" percentage="100"/>
            <sector vocabulary="1" code="14030" percentage="100"/>
            <budget><period-start iso-date="2020-01-01"/><period-end iso-date="2020-12-31"/><value value-date="2020-01-01">1000.50</value></budget>
            <transaction><transaction-type code="2"/><transaction-date iso-date="2020-02-01"/><value value-date="2020-02-01">500</value></transaction>
          </iati-activity>
        </iati-activities>

        """;
}
