namespace Tributary.Validating;

/// <summary>A ruleset that cannot be used. Its message says what was found and expected.</summary>
public sealed class RulesetException : Exception
{
    /// <param name="message">What was found and expected.</param>
    public RulesetException(string message) : base(message)
    {
    }

    /// <param name="message">What was found and expected.</param>
    /// <param name="inner">What stopped the reading.</param>
    public RulesetException(string message, Exception inner) : base(message, inner)
    {
    }
}
