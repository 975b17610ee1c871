using System.IO.Compression;
using System.Security.Cryptography;
using Tributary.Provenance;

namespace Tributary.Ledgers;

/// <summary>The original bytes of every document, compressed, by SHA-256. A document is never changed.</summary>
/// <remarks>Each file is a plain gzip file: <c>zcat</c> reads a ledger without this program.</remarks>
public sealed class DocumentStore
{
    private readonly LedgerPaths _paths;

    internal DocumentStore(LedgerPaths paths) => _paths = paths;

    /// <summary>Where a document lies, whether or not it is there.</summary>
    public string PathOf(DocumentHash hash) => Path.Combine(_paths.Documents, hash.Hex[..2], hash.Hex + ".gz");

    /// <summary>Whether the document is here.</summary>
    public bool Contains(DocumentHash hash) => File.Exists(PathOf(hash));

    /// <summary>Opens a document's bytes.</summary>
    /// <exception cref="LedgerException">The document is not here.</exception>
    public Stream Open(DocumentHash hash)
    {
        if (!Contains(hash)) throw new LedgerException(LedgerProblem.Damaged, $"{PathOf(hash)}: no such file; expected the document {hash.Short} that the journal names; restore it from a copy of the ledger");
        return new GZipStream(new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16), CompressionMode.Decompress);
    }

    /// <summary>Hashes a document's stored bytes anew.</summary>
    /// <returns>The hash of what is stored, or null when the file is missing or does not decompress.</returns>
    public DocumentHash? Rehash(DocumentHash hash, CancellationToken token)
    {
        if (!Contains(hash)) return null;
        try
        {
            using var bytes = Open(hash);
            using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[1 << 16];
            for (int read; (read = bytes.Read(buffer)) > 0; token.ThrowIfCancellationRequested()) sha.AppendData(buffer, 0, read);
            return DocumentHash.FromBytes(sha.GetHashAndReset());
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The hashes of all files here, named by the journal or not.</summary>
    public IEnumerable<DocumentHash> All()
    {
        if (!Directory.Exists(_paths.Documents)) yield break;
        // Not in the other folders: what is on its way comes and goes meanwhile.
        foreach (var file in Directory.EnumerateDirectories(_paths.Documents, "??").SelectMany(folder => Directory.EnumerateFiles(folder, "*.gz")))
        {
            if (DocumentHash.TryParse(Path.GetFileNameWithoutExtension(file), out var hash)) yield return hash;
        }
    }

    /// <summary>Starts to take in a document whose bytes are read through the returned stream.</summary>
    internal DocumentIntake TakeIn(Stream source)
    {
        Directory.CreateDirectory(_paths.Arriving);
        return new DocumentIntake(source, Path.Combine(_paths.Arriving, Path.GetRandomFileName()));
    }

    /// <summary>Gives a document that was read to its end its lasting place.</summary>
    /// <returns>False when the document was there already.</returns>
    internal bool Keep(DocumentIntake intake)
    {
        var target = PathOf(intake.Hash);
        if (File.Exists(target)) return false;
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        // Another process may have kept the same bytes just now.
        File.Move(intake.ArrivingPath, target, overwrite: true);
        return true;
    }

    /// <summary>Gives a document its lasting place, also where the copy that lies there is damaged.</summary>
    /// <returns>False when the document was there already, whole or not.</returns>
    internal bool KeepWhole(DocumentIntake intake, CancellationToken token)
    {
        if (Keep(intake)) return true;
        if (Rehash(intake.Hash, token) != intake.Hash) File.Move(intake.ArrivingPath, PathOf(intake.Hash), overwrite: true);
        return false;
    }

    /// <summary>Removes a document that an import kept and then refused, and its folder when it was alone there.</summary>
    internal void Remove(DocumentHash hash)
    {
        var folder = Path.GetDirectoryName(PathOf(hash))!;
        File.Delete(PathOf(hash));
        if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
    }

    /// <summary>Removes what a killed import left on its way in.</summary>
    internal void SweepArriving()
    {
        if (Directory.Exists(_paths.Arriving)) Directory.Delete(_paths.Arriving, recursive: true);
    }
}
