using Tributary.Appeals;
using Tributary.Reading;

namespace Tributary.Sources.Fts;

/// <summary>FTS's list of places, as <c>/v1/public/location</c> gives it.</summary>
/// <remarks>Published at https://api.hpc.tools/docs/v1/. Left out: what <see cref="LocationFields"/> lists.</remarks>
internal sealed class FtsLocationsJson : AnswerFormat
{
    /// <inheritdoc/>
    public override string Name => "fts-locations-json";

    /// <inheritdoc/>
    public override string Title => "FTS list of places";

    /// <inheritdoc/>
    protected override bool Recognises(JsonHead head) => head.HasAny("data/*/iso3") && !head.HasAny("data/*/totalFunding");

    /// <inheritdoc/>
    protected override AnswerReading StartReading(JsonStream json, IRecordSink sink, AnswerIssues issues) => new Reading(json, sink, issues);

    private sealed class Reading(JsonStream json, IRecordSink sink, AnswerIssues issues) : AnswerReading(json, sink, issues)
    {
        public override void ReadData()
        {
            foreach (var element in TakeElements("/data", "data")) ReadLocation(element);
        }

        private void ReadLocation(AnswerNode element)
        {
            var errorsBefore = Issues.ErrorCount;
            var fields = element.RequiredFields();
            element.Require(fields, "id", FtsCodes.IdInvalid);
            element.Require(fields, "name", FtsCodes.TypeWrong);
            var location = Read(element.Place, fields);
            if (Issues.ErrorCount == errorsBefore) Sink.Add(location);
            else Sink.LeaveOut();
        }

        private static LocationRecord Read(string place, Dictionary<string, AnswerNode> fields)
        {
            var location = new LocationRecord(place, 0, null, "", null, null);
            foreach (var (name, field) in fields)
            {
                switch (name)
                {
                    case "id": location = location with { LocationId = field.Id() ?? 0 }; break;
                    case "iso3": location = location with { Iso3 = field.Text() }; break;
                    case "name": location = location with { Name = field.RequiredText() }; break;
                    case "pcode": location = location with { PCode = field.Text() }; break;
                    case "adminLevel": location = location with { AdminLevel = field.Number() }; break;
                    default: LocationFields.IgnoreOrReport(name, field); break;
                }
            }
            return location;
        }
    }
}

/// <summary>Fields of a place that say nothing about money.</summary>
internal static class LocationFields
{
    private static readonly HashSet<string> Ignored = new(StringComparer.Ordinal)
    {
        "status", "validOn", "itosSync", "latitude", "longitude", "parentId", "createdAt", "updatedAt", "externalId", "children",
    };

    /// <summary>Leaves a known field out and reports one that is not known.</summary>
    public static void IgnoreOrReport(string name, AnswerNode field)
    {
        if (Ignored.Contains(name)) field.Ignore("about the place on the map and in FTS's database, not about money");
        else field.Unknown();
    }
}
