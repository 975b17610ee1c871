using System.Globalization;
using System.Text;

namespace Tributary.Surface.Tests;

/// <summary>Documents of our own making, as long as a test wants.</summary>
internal static class Made
{
    /// <summary>HDX's file of flows: each of 100 US dollars to plan 900 in 2020.</summary>
    public static string Flows(int count, long firstId)
    {
        var text = new StringBuilder("id,amountUSD,status,boundary,onBoundary,destUsageYearStart,destPlan,destPlanCode,destPlanId,srcOrganization,destLocations,updatedAt,description\n");
        for (var index = 0; index < count; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{firstId + index},100,paid,incoming,single,2020,Valleys 2020,HVAL20,900,Ministry {index % 97},AFG,2020-06-01,Wells number {index * 7919 % 100_003} for the valley\n");
        }
        return text.ToString();
    }

    /// <summary>An IATI file: each activity has one disbursement of 100 US dollars.</summary>
    public static string Activities(int count, long firstId)
    {
        var text = new StringBuilder("<iati-activities version=\"2.03\">\n");
        for (var index = 0; index < count; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<iati-activity default-currency=\"USD\"><iati-identifier>XI-TEST-{firstId + index}</iati-identifier><reporting-org ref=\"XI-TEST\" type=\"22\"><narrative>Office {index % 97}</narrative></reporting-org><title><narrative>Wells number {index * 7919 % 100_003}</narrative></title><recipient-country code=\"AF\"/>");
            text.Append("<transaction><transaction-type code=\"3\"/><transaction-date iso-date=\"2020-02-01\"/><value value-date=\"2020-02-01\">100</value></transaction></iati-activity>\n");
        }
        return text.Append("</iati-activities>\n").ToString();
    }
}
