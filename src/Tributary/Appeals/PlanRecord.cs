namespace Tributary.Appeals;

/// <summary>What one document says about a plan (an appeal of the humanitarian programme cycle).</summary>
/// <param name="Place">Where in the document.</param>
/// <param name="PlanId">FTS's id of the plan.</param>
/// <param name="Name">The plan's name as stated there; documents of different days state different names.</param>
/// <param name="Code">The plan's code, such as HAFG20.</param>
/// <param name="TypeId">FTS's number of the plan's type; numbers change over the years, names hardly.</param>
/// <param name="TypeName">Humanitarian response plan, Flash appeal, Regional response plan …</param>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
/// <param name="Years">Usage years.</param>
/// <param name="Countries">ISO 3166 alpha-3 codes of the countries it is for, as far as stated.</param>
public sealed record PlanRecord(
    string Place, int PlanId, string Name, string? Code, int? TypeId, string? TypeName, DateOnly? Start, DateOnly? End,
    IReadOnlyList<int> Years, IReadOnlyList<string> Countries);
