namespace Tributary.Sources.Hdx;

/// <summary>Where HDX describes a dataset.</summary>
/// <remarks>HDX runs CKAN, whose API is documented at https://docs.ckan.org/en/latest/api/.</remarks>
/// <param name="root">HDX's base address; its path ends with a slash.</param>
internal sealed class HdxAddresses(Uri root)
{
    /// <summary>Where OCHA keeps HDX.</summary>
    public static readonly Uri Public = new("https://data.humdata.org/");

    /// <summary>The hosts of HDX's own file store, to which its downloads redirect.</summary>
    public static readonly IReadOnlyList<string> FileHosts = ["hdx-ckan-filestore-prod.s3.amazonaws.com", "hdx-production-filestore.s3.amazonaws.com"];

    /// <summary>The description of a dataset, with its files.</summary>
    /// <param name="dataset">The dataset's name, as in the address of its page.</param>
    public Uri Dataset(string dataset) => new(root, $"api/3/action/package_show?id={Uri.EscapeDataString(dataset)}");
}
