namespace Tributary.Reading;

/// <summary>A piece of a YAML document with the line on which it begins, from 1.</summary>
internal abstract record YamlNode(int Line);

/// <summary>A text. Whether it looks like a number, a day or a truth value does not matter: <c>NO</c> is Norway.</summary>
internal sealed record YamlText(string Text, int Line) : YamlNode(Line);

/// <summary>A list.</summary>
internal sealed record YamlList(IReadOnlyList<YamlNode> Items, int Line) : YamlNode(Line);

/// <summary>Keys with what stands under each; no key stands there twice.</summary>
internal sealed record YamlMap(IReadOnlyDictionary<string, YamlNode> Values, int Line) : YamlNode(Line);

/// <summary>Why a YAML document cannot be read.</summary>
/// <param name="Line">Where, from 1.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Expected">What should.</param>
/// <param name="Advice">What to do.</param>
internal sealed record YamlProblem(int Line, string Found, string Expected, string Advice);
