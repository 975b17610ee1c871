namespace Tributary.Flows;

/// <summary>FTS's id of a flow. The API writes it as a string, a parent's as a number: it is one number.</summary>
public readonly record struct FlowId(long Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
