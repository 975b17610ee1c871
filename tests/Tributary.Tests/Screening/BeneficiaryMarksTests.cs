using System.Text;
using Tributary.Screening;

namespace Tributary.Tests.Screening;

/// <summary>People in need are never screened: what marks a file as one of them, and what does not.</summary>
public sealed class BeneficiaryMarksTests
{
    [Theory]
    [InlineData("beneficiary")]
    [InlineData("Beneficiary_ID")]
    [InlineData("beneficiaryName")]
    [InlineData("HH ID")]
    [InlineData("Head of household")]
    [InlineData("household size")]
    [InlineData("Nom du bénéficiaire")]
    [InlineData("chef de ménage")]
    [InlineData("nombre del beneficiario")]
    [InlineData("jefe de hogar")]
    [InlineData("اسم المستفيد")]
    [InlineData("رب الأسرة")]
    [InlineData("HHSize")]
    [InlineData("hhSize")]
    [InlineData("HHId")]
    [InlineData("IDPs")]
    [InlineData("familySize")]
    [InlineData("family size")]
    [InlineData("Vulnerability")]
    [InlineData("vulnerability_score")]
    [InlineData("taille de la famille")]
    [InlineData("vulnérabilité")]
    [InlineData("tamaño de la familia")]
    [InlineData("حجم الأسرة")]
    [InlineData("Имя бенефициара")]
    [InlineData("Глава домохозяйства")]
    [InlineData("نام مستفید شونده")]
    [InlineData("سرپرست خانوار")]
    [InlineData("د کورنۍ مشر")]
    [InlineData("#beneficiary+name")]
    [InlineData("#inneed")]
    public void Heading_OfPeopleInNeed_IsRefused(string heading) => AssertPeople($"name,{heading}\nx,y\n");

    [Theory]
    [InlineData("#org+name,#beneficiary+id")]
    [InlineData("#org,#Reached+ind+f")]
    [InlineData("#meta,#affected+hh")]
    public void Hashtags_OfPeopleInNeed_AreRefused(string tags) => AssertPeople($"name,x\n{tags}\na,b\n");

    [Theory]
    [InlineData("role", "beneficiary")]
    [InlineData("Role", "Beneficiaries (cash)")]
    [InlineData("category", "recipient household")]
    [InlineData("kind", "affected person")]
    [InlineData("type", "refugee")]
    [InlineData("status", "IDP list")]
    [InlineData("population group", "Host community; Refugees")]
    [InlineData("catégorie", "personnes déplacées")]
    [InlineData("Statut", "Demandeur d'asile")]
    [InlineData("rol", "Damnificados")]
    [InlineData("Categoría", "hogar beneficiario")]
    [InlineData("الفئة", "نازحين")]
    [InlineData("صفة", "أسرة متضرّرة")]
    [InlineData("نوع", "اللاجئون")]
    [InlineData("displacement status", "IDP")]
    [InlineData("displacementStatus", "Returnee")]
    [InlineData("remarks", "beneficiary")]
    [InlineData("Notes", "Beneficiary; cash")]
    [InlineData("observaciones", "desplazada")]
    [InlineData("статус", "беженец")]
    [InlineData("категория", "Внутренне перемещённые лица")]
    [InlineData("примечание", "нуждающаяся семья")]
    [InlineData("тип", "возвращенцы")]
    [InlineData("وضعیت", "بی‌جا شده")]
    [InlineData("کتگوری", "پناهندگان")]
    [InlineData("ملاحظات", "خانواده‌های نیازمند")]
    [InlineData("role", "عودت کننده")]
    [InlineData("یادښت", "ګټه اخیستونکی")]
    [InlineData("ډول", "کډوال")]
    [InlineData("status", "بې ځایه شوي")]
    [InlineData("status", "راستنېدونکي")]
    [InlineData("status", "اړمنې کورنۍ")]
    public void Role_OfPeopleInNeed_IsRefused(string column, string role) => AssertPeople($"name,{column}\na,partner\nb,{role}\n");

    [Theory]
    [InlineData("beneficiaries.csv")]
    [InlineData("/data/2021/Beneficiary list Kabul.csv")]
    [InlineData("liste_bénéficiaires.csv")]
    [InlineData("IDPs-2021-06.csv")]
    [InlineData("household register.csv")]
    [InlineData("قائمة المستفيدين.csv")]
    [InlineData("idp_camps.csv")]
    [InlineData("список беженцев Кабул.csv")]
    [InlineData("لیست بیجاشدگان کابل.csv")]
    [InlineData("د کډوالو نوملړ.csv")]
    public void FileName_OfPeopleInNeed_IsRefused(string path) => Assert.True(Assert.Throws<PartyFileException>(() => PartyFile.Open(path, new MemoryStream("name\nx\n"u8.ToArray()))).IsOfPeopleInNeed);

    // Parties that work for people in need, and words that only look alike.
    [Theory]
    [InlineData("partners.csv", "name,role\nDanish Refugee Council,Refugee agency\n")]
    [InlineData("partners.csv", "name,number of beneficiaries\nAcme,12\n")]
    [InlineData("partners.csv", "name,nombre de bénéficiaires\nAcme,12\n")]
    [InlineData("partners.csv", "name,beneficial owner\nAcme,J. Smith\n")]
    [InlineData("partners.csv", "name,beneficiary bank\nAcme,Bank\n")]
    [InlineData("partners.csv", "name,family name,status\nAcme,Smith,active\n")]
    [InlineData("refugee-council-partners.csv", "name,type\nHousehold Goods Ltd,organisation\n")]
    [InlineData("payees.csv", "name,role\nBeneficiary Trust Ltd,supplier\n")]
    [InlineData("payees.csv", "name,note\nx,rent of the house for beneficiaries of the project\n")]
    [InlineData("payees.csv", "name,bank\nx,beneficiary\n")]
    [InlineData("payees.csv", "name,familyName,status\nx,Smith,legal\n")]
    [InlineData("idp_camps_suppliers.csv", "name\nAcme\n")]
    [InlineData("refugees-programme-vendors.csv", "name\nAcme\n")]
    [InlineData("household-survey-contractors.csv", "name\nAcme\n")]
    [InlineData("réfugiés fournisseurs.csv", "name\nAcme\n")]
    [InlineData("поставщики для беженцев.csv", "name\nAcme\n")]
    [InlineData("payees.csv", "name,id\n#org+name,#org+code\nx,1\n")]
    [InlineData("payees.csv", "name\n#1 Trading\n")]
    public void File_OfParties_IsRead(string path, string text)
    {
        var file = PartyFile.Open(path, new MemoryStream(Encoding.UTF8.GetBytes(text)));
        Assert.NotNull(file.Read(_ => null));
        Assert.Null(file.Problem);
    }

    [Fact]
    public void Message_SaysWhyAndWhatToDo()
    {
        var message = Assert.Throws<PartyFileException>(() => PartyFile.Open("list.csv", new MemoryStream("name,beneficiary\n"u8.ToArray()))).Message;
        Assert.StartsWith("list.csv, line 1: a column beneficiary: this is a file of people in need; expected parties that receive and pass on money; people in need are never screened", message, StringComparison.Ordinal);
        Assert.Contains("docs/screening.md", message, StringComparison.Ordinal);
    }

    private static void AssertPeople(string text)
    {
        PartyFileException? problem = null;
        try
        {
            var file = PartyFile.Open("list.csv", new MemoryStream(Encoding.UTF8.GetBytes(text)));
            while (file.Read(_ => null) is not null) continue;
            problem = file.Problem;
        }
        catch (PartyFileException refused)
        {
            problem = refused;
        }
        Assert.True(problem?.IsOfPeopleInNeed, text);
    }
}
