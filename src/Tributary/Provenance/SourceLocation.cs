namespace Tributary.Provenance;

/// <summary>The document that states a fact, and the place in it.</summary>
/// <param name="Document">The document's hash.</param>
/// <param name="Name">The name under which the document came, for people.</param>
/// <param name="Place">A JSON pointer (<c>/data/flows/3</c>), a line (<c>line 18</c>) or a text span.</param>
public sealed record SourceLocation(DocumentHash Document, string Name, string Place)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Path.GetFileName(Name)} ({Document.Short}) {Place}";
}
