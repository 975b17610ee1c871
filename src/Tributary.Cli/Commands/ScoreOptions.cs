using System.CommandLine;
using System.Globalization;
using Tributary.Names;
using Tributary.Screening;

namespace Tributary.Cli.Commands;

/// <summary>From which score on candidates are wanted, and what raises and lowers scores.</summary>
internal sealed class ScoreOptions
{
    private static readonly string Least = NameMatcher.DefaultThreshold.ToString(CultureInfo.InvariantCulture);

    private readonly Option<double> _threshold = new("--threshold") { Description = $"Only candidates with at least this score, from {Least} to 1", HelpName = "SCORE", DefaultValueFactory = _ => ScreeningWeights.DefaultThreshold };
    private readonly Option<string[]> _weights = new("--weight") { Description = $"Points that raise or lower a score otherwise than usual (docs/screening.md): {string.Join(", ", ScreeningWeights.Names)}; may be given again", HelpName = "NAME=POINTS", AllowMultipleArgumentsPerToken = false };

    public ScoreOptions(Command command)
    {
        _threshold.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var text }] && !(double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var score) && score is >= NameMatcher.DefaultThreshold and <= 1)) result.AddError($"--threshold '{text}': out of range; expected a score from {Least} to 1");
        });
        _weights.Validators.Add(result =>
        {
            foreach (var text in result.Tokens.Select(token => token.Value).Where(text => ScreeningWeights.Default.TryWith(text) is null)) result.AddError($"--weight '{text}': no weight and its points from -1 to 1; expected one of {string.Join(", ", ScreeningWeights.Names)}, such as other-country=-0.1");
        });
        command.Options.Add(_threshold);
        command.Options.Add(_weights);
    }

    /// <summary>The least score.</summary>
    public double ThresholdOf(ParseResult parsed) => parsed.GetValue(_threshold);

    /// <summary>The weights: the defaults but for those given.</summary>
    public ScreeningWeights WeightsOf(ParseResult parsed) => (parsed.GetValue(_weights) ?? []).Aggregate(ScreeningWeights.Default, (weights, text) => weights.TryWith(text)!);
}
