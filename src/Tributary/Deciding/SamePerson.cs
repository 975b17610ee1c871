using System.Text;
using Tributary.Names;

namespace Tributary.Deciding;

/// <summary>Whether two names by which people work may be one person's.</summary>
/// <remarks>
/// Capitals, blanks, points and signs that nobody sees make no other person, nor do letters of another alphabet that look or sound alike.
/// Two people whose names sound the same need names that tell them apart: to ask for them is better than to take one person for two.
/// </remarks>
internal static class SamePerson
{
    public static bool MayBe(string one, string other) => Letters(one) == Letters(other) || Sounds(one).SequenceEqual(Sounds(other));

    private static string Letters(string name)
    {
        var letters = new StringBuilder();
        foreach (var rune in name.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) letters.Append(Rune.ToLowerInvariant(rune));
        }
        return letters.ToString();
    }

    private static byte[] Sounds(string name)
    {
        var prepared = PreparedName.Of(Letters(name), NameType.Person);
        return prepared.Sounds.Length == 0 ? Encoding.UTF8.GetBytes(name) : prepared.Sounds.ToArray();
    }
}
