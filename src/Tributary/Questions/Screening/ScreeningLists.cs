using Tributary.Clearing;
using Tributary.Ledgers;
using Tributary.Provenance;
using Tributary.Screening;

namespace Tributary.Questions;

/// <summary>The sanctions lists that are screened against.</summary>
internal static class ScreeningLists
{
    /// <summary>The versions in force as of the facts' day.</summary>
    /// <exception cref="UnknownValueException">The ledger has no sanctions list.</exception>
    public static IReadOnlyList<ScreenedVersion> InForce(Facts facts)
    {
        var versions = KnownListVersions.InForce(facts);
        if (versions.Count == 0) throw new UnknownValueException("screen: no sanctions list; expected one to screen against; take one in with `tributary lists import FILE`");
        return [.. versions.Select(version => new ScreenedVersion(version.List, version.From, version.Stated.Sha256, version.Entries))];
    }

    /// <summary>Their entries, ready to be screened against. Made once for each snapshot.</summary>
    public static ListIndex IndexOf(Facts facts) => facts.Remember(nameof(ListIndex), () => ListIndex.Of(ListedEntries.Of(facts)));

    /// <summary>The document of a version that is in force.</summary>
    public static SourceLocation Locate(Facts facts, ScreenedVersion version)
    {
        var document = DocumentNames.Of(facts, version.Document)!;
        return new SourceLocation(document.Hash, document.Name, "the document");
    }
}
