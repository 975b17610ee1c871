namespace Tributary.Names;

/// <summary>What bears a name. Some words mean other things in the names of people than in those of organisations.</summary>
public enum NameType
{
    /// <summary>Not known.</summary>
    Any,

    /// <summary>A person.</summary>
    Person,

    /// <summary>A company, an agency, a group.</summary>
    Organisation,

    /// <summary>A ship or an aircraft.</summary>
    Vessel,
}
