using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Tributary.Fetching;
using Tributary.Flows;
using Tributary.Import;
using Tributary.Provenance;
using Tributary.Questions;

namespace Tributary.Cli.Output;

/// <summary>Answers as JSON: camelCase, exact numbers, days as ISO 8601. Documented in <c>docs/json.md</c>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, WriteIndented = true, NewLine = "\n",
    Converters = [typeof(HashConverter), typeof(FlowIdConverter)])]
[JsonSerializable(typeof(FundingAnswer))]
[JsonSerializable(typeof(CoverageAnswer))]
[JsonSerializable(typeof(PartiesAnswer))]
[JsonSerializable(typeof(FlowsAnswer))]
[JsonSerializable(typeof(PlansAnswer))]
[JsonSerializable(typeof(ActivitiesAnswer))]
[JsonSerializable(typeof(ActivitySumsAnswer))]
[JsonSerializable(typeof(ActivityAnswer))]
[JsonSerializable(typeof(PublishersAnswer))]
[JsonSerializable(typeof(Explanation))]
[JsonSerializable(typeof(TraceAnswer))]
[JsonSerializable(typeof(ActivityTraceAnswer))]
[JsonSerializable(typeof(ChainsAnswer))]
[JsonSerializable(typeof(HiddenAnswer))]
[JsonSerializable(typeof(QualityAnswer))]
[JsonSerializable(typeof(DuplicatesAnswer))]
[JsonSerializable(typeof(ReconcileAnswer))]
[JsonSerializable(typeof(Settlement))]
[JsonSerializable(typeof(FundsAnswer))]
[JsonSerializable(typeof(HistoryAnswer))]
[JsonSerializable(typeof(DiffAnswer))]
[JsonSerializable(typeof(DocumentsAnswer))]
[JsonSerializable(typeof(EvidenceAnswer))]
[JsonSerializable(typeof(ConferencesAnswer))]
[JsonSerializable(typeof(ConferenceAnswer))]
[JsonSerializable(typeof(PledgeListAnswer))]
[JsonSerializable(typeof(PledgeMatchAnswer))]
[JsonSerializable(typeof(PledgesAnswer))]
[JsonSerializable(typeof(ListsAnswer))]
[JsonSerializable(typeof(ListDiffAnswer))]
[JsonSerializable(typeof(RatesAnswer))]
[JsonSerializable(typeof(ConvertAnswer))]
[JsonSerializable(typeof(ImportReport))]
[JsonSerializable(typeof(FetchReport))]
[JsonSerializable(typeof(IReadOnlyList<FetchReport>))]
[JsonSerializable(typeof(IReadOnlyList<FetchableList>))]
[JsonSerializable(typeof(Tributary.Names.NameComparison))]
[JsonSerializable(typeof(ScreenAnswer))]
[JsonSerializable(typeof(ScreeningRunAnswer))]
[JsonSerializable(typeof(ScreeningQueueAnswer))]
[JsonSerializable(typeof(ScreeningReport))]
[JsonSerializable(typeof(ExemptionsAnswer))]
[JsonSerializable(typeof(FindingLine))]
[JsonSerializable(typeof(FindingAnswer))]
[JsonSerializable(typeof(KeptRow))]
[JsonSerializable(typeof(Tributary.Deciding.ProposalQueue))]
[JsonSerializable(typeof(BlockedAnswer))]
[JsonSerializable(typeof(BatchLine))]
[JsonSerializable(typeof(Tributary.Cli.Commands.ValidationAnswer))]
[JsonSerializable(typeof(Verification))]
internal sealed partial class AnswerJson : JsonSerializerContext
{
    // Names in any script stay readable; the output is JSON for programs and terminals, never put into HTML as it is.
    private static readonly Lazy<JsonSerializerOptions> Readable = new(() => new JsonSerializerOptions(Default!.Options!) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private static readonly Lazy<JsonSerializerOptions> OnOneLine = new(() => new JsonSerializerOptions(Readable.Value) { WriteIndented = false });

    /// <summary>A text as JSON writes it.</summary>
    public static string Text(string text) => $"\"{JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(text)}\"";

    public static void Write<T>(TextWriter output, T answer) => Write(output, answer, Readable.Value);

    /// <summary>Writes an object on a line of its own.</summary>
    public static void WriteLine<T>(TextWriter output, T answer) => Write(output, answer, OnOneLine.Value);

    private static void Write<T>(TextWriter output, T answer, JsonSerializerOptions options)
    {
        using (var bytes = new TextOutputStream(output)) JsonSerializer.Serialize(bytes, answer, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
        output.Write('\n');
    }
}

/// <summary>A document by the 64 digits of its hash.</summary>
internal sealed class HashConverter : JsonConverter<DocumentHash>
{
    public override DocumentHash Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Provenance.DocumentHash.TryParse(reader.GetString(), out var hash) ? hash : throw new JsonException("not a document hash");

    public override void Write(Utf8JsonWriter writer, DocumentHash value, JsonSerializerOptions options) => writer.WriteStringValue(value.Hex);
}

/// <summary>A flow by its id as text, as FTS writes it.</summary>
internal sealed class FlowIdConverter : JsonConverter<FlowId>
{
    public override FlowId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(long.Parse(reader.GetString()!, System.Globalization.CultureInfo.InvariantCulture));

    public override void Write(Utf8JsonWriter writer, FlowId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
