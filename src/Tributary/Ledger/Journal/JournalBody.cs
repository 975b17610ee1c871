using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Tributary.Clearing;
using Tributary.Conferences;
using Tributary.Money;
using Tributary.Provenance;

namespace Tributary.Ledgers;

/// <summary>The bodies of journal rows as JSON.</summary>
internal static class JournalBody
{
    /// <summary>A row to be added.</summary>
    public static JournalDraft Draft<T>(string kind, T body, JsonTypeInfo<T> type) => new(kind, JsonSerializer.Serialize(body, type));

    /// <summary>Reads the body of a row.</summary>
    /// <exception cref="LedgerException">The row is damaged.</exception>
    public static T Read<T>(JournalEntry entry, JsonTypeInfo<T> type)
    {
        try
        {
            return JsonSerializer.Deserialize(entry.Body, type) ?? throw new JsonException("null");
        }
        catch (JsonException broken)
        {
            throw new LedgerException(LedgerProblem.Damaged, $"journal, row {entry.Position}: a row of kind {entry.Kind} that cannot be read ({broken.Message}); expected what tributary wrote; run `tributary verify`, and restore the journal from a copy", broken);
        }
    }

    /// <summary>A document's hash as the journal has it.</summary>
    /// <exception cref="LedgerException">It is none.</exception>
    public static DocumentHash Hash(string sha256) => DocumentHash.TryParse(sha256, out var hash)
        ? hash
        : throw new LedgerException(LedgerProblem.Damaged, $"journal: '{sha256}' is not a document hash; expected 64 hexadecimal digits; restore the journal from a copy");
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(CurrencyConverter)])]
[JsonSerializable(typeof(DocumentReceived))]
[JsonSerializable(typeof(DocumentFetched))]
[JsonSerializable(typeof(FetchCompleted))]
[JsonSerializable(typeof(Flows.DuplicateSettlement))]
[JsonSerializable(typeof(Flows.MovementDecision))]
[JsonSerializable(typeof(Entered<Conference>))]
[JsonSerializable(typeof(Entered<Participant>))]
[JsonSerializable(typeof(Entered<Statement>))]
[JsonSerializable(typeof(Entered<Call>))]
[JsonSerializable(typeof(Entered<Pledge>))]
[JsonSerializable(typeof(PledgeMatch))]
[JsonSerializable(typeof(ProposalDecision))]
[JsonSerializable(typeof(Listings.ListLoss))]
[JsonSerializable(typeof(ScreeningRun))]
[JsonSerializable(typeof(ScreeningDecision))]
[JsonSerializable(typeof(ScreeningConfirmation))]
[JsonSerializable(typeof(ScreeningWithdrawal))]
[JsonSerializable(typeof(ScreeningRule))]
[JsonSerializable(typeof(Exemption))]
[JsonSerializable(typeof(ExemptionInformed))]
internal sealed partial class LedgerJson : JsonSerializerContext;

/// <summary>A currency by its code.</summary>
internal sealed class CurrencyConverter : JsonConverter<Currency>
{
    public override Currency Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.GetString() is { } code && Currency.IsCode(code) ? new Currency(code) : throw new JsonException("not an ISO 4217 code");

    public override void Write(Utf8JsonWriter writer, Currency value, JsonSerializerOptions options) => writer.WriteStringValue(value.Code);
}
