namespace Tributary.Conferences;

/// <summary>Whether a document says yes, says no, or does not say.</summary>
public enum Said
{
    /// <summary>It does not say.</summary>
    NotSaid,

    /// <summary>It says yes.</summary>
    Yes,

    /// <summary>It says no.</summary>
    No,
}
