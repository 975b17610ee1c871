using System.Text;
using Tributary.Validating;

namespace Tributary.Tests.Validating;

/// <summary>Each kind of rule, alone: where it holds and where it does not.</summary>
public sealed class RulesetTests
{
    [Theory]
    [InlineData("atleast_one", "'paths':['title/narrative/text()']", "<title><narrative>x</narrative></title>", true)]
    [InlineData("atleast_one", "'paths':['title/narrative/text()']", "<title><narrative/></title>", false)]
    [InlineData("atleast_one", "'paths':[]", "", false)]
    [InlineData("atleast_one", "'condition':\"activity-status/@code='3'\",'paths':['title']", "<activity-status code='2'/>", true)]
    [InlineData("atleast_one", "'condition':\"activity-status/@code='3'\",'paths':['title']", "<activity-status code='3'/>", false)]
    [InlineData("no_more_than_one", "'paths':['title']", "<title/>", true)]
    [InlineData("no_more_than_one", "'paths':['title']", "<title/><title/>", false)]
    [InlineData("only_one_of", "'excluded':['sector'],'paths':['transaction/sector']", "<sector/><transaction/>", true)]
    [InlineData("only_one_of", "'excluded':['sector'],'paths':['transaction/sector']", "<sector/><transaction><sector/></transaction>", false)]
    [InlineData("one_or_all", "'one':'@xml:lang','all':'lang'", "<title><narrative xml:lang='en'>x</narrative></title>", true)]
    [InlineData("one_or_all", "'one':'@xml:lang','all':'lang'", "<title><narrative>x</narrative></title>", false)]
    [InlineData("one_or_all", "'one':'sector','all':'sector'", "<transaction><sector/></transaction><transaction/>", false)]
    [InlineData("one_or_all", "'one':'sector','all':'sector'", "<sector/><transaction/>", true)]
    [InlineData("one_or_all", "'one':'@default-currency','all':'currency'", "<budget><value>1</value></budget>", false)]
    [InlineData("one_or_all", "'one':'@default-currency','all':'currency'", "<budget><value currency='USD'>1</value></budget>", true)]
    [InlineData("date_order", "'less':'budget/period-start/@iso-date','more':'budget/period-end/@iso-date'", "<budget><period-start iso-date='2020-01-01'/><period-end iso-date='2020-01-01'/></budget>", true)]
    [InlineData("date_order", "'less':'budget/period-start/@iso-date','more':'budget/period-end/@iso-date'", "<budget><period-start iso-date='2020-01-02'/><period-end iso-date='2020-01-01'/></budget>", false)]
    [InlineData("date_order", "'less':'budget/period-start/@iso-date','more':'NOW'", "<budget><period-start iso-date='2999-01-02'/></budget>", false)]
    [InlineData("date_order", "'less':'budget/period-start/@iso-date','more':'NOW'", "<budget><period-start iso-date='soon'/></budget>", true)]
    [InlineData("date_now", "'date':'activity-date/@iso-date'", "<activity-date iso-date='2999-01-01T00:00:00Z'/>", false)]
    [InlineData("date_now", "'date':'activity-date/@iso-date'", "<activity-date iso-date='2019-01-01T00:00:00+02:00'/>", true)]
    [InlineData("between_dates", "'date':'c/@d','start':'a/@d','end':'b/@d'", "<a d='2020-01-01'/><b d='2020-12-31'/><c d='2020-12-31'/>", true)]
    [InlineData("between_dates", "'date':'c/@d','start':'a/@d','end':'b/@d'", "<a d='2020-01-01'/><b d='2020-12-31'/><c d='2021-01-01'/>", false)]
    [InlineData("time_limit", "'start':'a/@d','end':'b/@d'", "<a d='2020-01-01'/><b d='2021-01-01'/>", true)]
    [InlineData("time_limit", "'start':'a/@d','end':'b/@d'", "<a d='2020-01-01'/><b d='2021-01-02'/>", false)]
    [InlineData("regex_matches", "'regex':'^[^/&|?]+$','paths':['a/@r']", "<a r='x-1'/>", true)]
    [InlineData("regex_matches", "'regex':'^[^/&|?]+$','paths':['a/@r']", "<a r='x/1'/>", false)]
    [InlineData("regex_matches", "'regex':'^[^/&|?]+$','paths':['a/@r']", "<a r=''/>", true)]
    [InlineData("regex_no_matches", "'regex':'[/]','paths':['a/@r']", "<a r='x/1'/>", false)]
    [InlineData("no_spaces", "'paths':['iati-identifier']", "<iati-identifier>x\n</iati-identifier>", false)]
    [InlineData("no_spaces", "'paths':['iati-identifier']", "<iati-identifier>x y</iati-identifier>", true)]
    [InlineData("startswith", "'prefix':['a/@r','b/@r'],'separator':'-','paths':['iati-identifier']", "<iati-identifier>B-1</iati-identifier><a r='A'/><b r='B'/>", true)]
    [InlineData("startswith", "'prefix':['a/@r','b/@r'],'separator':'-','paths':['iati-identifier']", "<iati-identifier>B1</iati-identifier><a r='A'/><b r='B'/>", false)]
    [InlineData("startswith", "'prefix':['ORG-ID-PREFIX'],'paths':['a/@r']", "<a r='XM-DAC-1'/>", true)]
    [InlineData("startswith", "'prefix':['ORG-ID-PREFIX'],'paths':['a/@r']", "<a r='ZZ-ZZZ-1'/>", false)]
    [InlineData("unique", "'paths':['a','b']", "<a>1</a><b>1</b>", false)]
    [InlineData("unique", "'paths':['a','b']", "<a>1</a><b>2</b>", true)]
    [InlineData("sum", "'sum':100,'paths':['a/@p']", "", true)]
    [InlineData("strict_sum", "'sum':100,'paths':['a/@p']", "<a p='33.33'/><a p='33.33'/><a p='33.34'/>", true)]
    [InlineData("strict_sum", "'sum':100,'paths':['a/@p']", "<a p='33.33'/><a p='33.33'/><a p='33.33'/>", false)]
    [InlineData("range", "'min':0,'max':100,'paths':['a/@p']", "<a p='100'/>", true)]
    [InlineData("range", "'min':0,'max':100,'paths':['a/@p']", "<a p='100.01'/>", false)]
    [InlineData("if_then", "'if':'count(a) > 1','then':'count(a) = count(a/@p)','paths':['a']", "<a p='1'/><a/>", false)]
    [InlineData("if_then", "'if':'count(a) > 1','then':'count(a) = count(a/@p)','paths':['a']", "<a/>", true)]
    [InlineData("if_then", "'if':'a/@v','then':'number(a/@v) = a/@v'", "<a v='1.50'/>", true)]
    [InlineData("if_then", "'if':'a/@v','then':'number(a/@v) = a/@v'", "<a v='many'/>", false)]
    public void Rule_OfOneKind_HoldsOrDoesNot(string kind, string rule, string inside, bool holds) =>
        Assert.Equal(holds, Count(Rules($"'{kind}':{{'cases':[{{{rule}}}]}}"), inside) == 0);

    [Theory]
    [InlineData("79228162514264337593542", 2)]
    [InlineData("79228162514264337593543950335", 1)]
    [InlineData("-999999999999999999999999999999999999", 1)]
    [InlineData("999999999999999999999999999999999999", 1)]
    [InlineData("99999999999999999999999999", 1)]
    public void Sum_OfNumbersThatAreTooLarge_IsNotWhatItShouldBe(string number, int times)
    {
        var inside = "<a p='100'/>" + string.Concat(Enumerable.Repeat($"<a p='{number}'/>", times));
        Assert.Equal(1, Count(Rules("'strict_sum':{'cases':[{'sum':100,'paths':['a/@p']}]}"), inside));
        Assert.Equal(1, Count(Rules("'range':{'cases':[{'min':0,'max':100,'paths':['a/@p']}]}"), inside));
    }

    [Fact]
    public void Sum_OfMoreThanAnyNumber_IsNotWhatItShouldBe() =>
        Assert.Equal(1, Count(Rules("'sum':{'cases':[{'sum':100,'paths':['a/@p']}]}"), string.Concat(Enumerable.Repeat("<a p='79228162514264337593542'/>", 1_100_000))));

    [Theory]
    [InlineData("//iati-activity", 1)]
    [InlineData("//iati-activities/iati-activity", 1)]
    [InlineData("/iati-activities//iati-activity", 1)]
    [InlineData("//iati-activity[@hierarchy='1']", 1)]
    [InlineData("//iati-activity[@hierarchy='2']", 0)]
    [InlineData("//iati-activity/b", 2)]
    [InlineData("//iati-activity//b", 2)]
    [InlineData("/iati-activities//b", 2)]
    [InlineData("//b", 2)]
    [InlineData("//iati-organisation", 0)]
    [InlineData("/iati-organisations//b", 0)]
    public void Context_AtAnyDepth_IsFound(string path, int found)
    {
        var report = Activity.Validate(Activity.Around("<b/><b/>", " hierarchy='1'"), new ValidationOptions { Rules = Read($"{{\"{path}\":{{'atleast_one':{{'cases':[{{'paths':['none']}}]}}}}}}") });
        Assert.Equal(found, report.Totals.Where(total => total.Id == "atleast_one").Sum(total => total.Count));
    }

    [Fact]
    public void Pattern_OfRepetitionsInsideRepetitions_TakesNoTime()
    {
        var inside = $"<a r='{new string('a', 40)}!'/>";
        Assert.Equal(1, Count(Rules("'regex_matches':{'cases':[{'regex':'^(a+)+$','paths':['a/@r']}]}"), inside));
        var rules = Rules("'regex_matches':{'cases':[{'regex':'^(a+)+(?=b)$','paths':['a/@r']}]}");
        Assert.Contains("regex '^(a+)+(?=b)$': more than 1 s for a text of 41 characters", Assert.Throws<RulesetException>(() => Count(rules, inside)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<a v='1' p='50'/><a v='1' p='50'/><a v='2' p='100'/>", 0)]
    [InlineData("<a v='1' p='50'/><a v='1' p='40'/><a v='2' p='90'/>", 2)]
    public void Loop_OverVocabularies_AsksOnceForEach(string inside, int found) =>
        Assert.Equal(found, Count(Rules("'loop':{'cases':[{'foreach':'a/@v','do':{'strict_sum':{'cases':[{'sum':100,'paths':[\"a[@v='$1']/@p\"]}]}},'subs':['paths']}]}"), inside));

    [Theory]
    [InlineData("{'//title':{'at_most':{'cases':[{}]}}}", "rule 'at_most'")]
    [InlineData("{'//title':{'0':{'cases':[{}]}}}", "rule '0'")]
    [InlineData("{'/other/x':{}}", "path '/other/x'")]
    [InlineData("{'//title':{'if_then':{'cases':[{'if':'position() = 1','then':'a'}]}}}", "the function 'position'")]
    [InlineData("{'//title':{'if_then':{'cases':[{'if':'a[','then':'a'}]}}}", "its end")]
    [InlineData("{'/iati-activities/@version':{}}", "path '/iati-activities/@version'")]
    [InlineData("{'/iati-activities/title':{}}", "path '/iati-activities/title'")]
    [InlineData("{\"/iati-activities[@version='2.03']/iati-activity\":{}}", "without a condition on the root")]
    [InlineData("{'//title':{'regex_matches':{'cases':[{'regex':'(?<=a)(','paths':['narrative']}]}}}", "regex '(?<=a)('")]
    [InlineData("{'//title':{'atleast_one':{'cases':[{}]}}}", "a case of 'atleast_one' without paths")]
    [InlineData("{'//title':{'sum':{'cases':[{'sum':'abc','paths':['a']}]}}}", "sum of a case of 'sum': '\"abc\"'; expected a number")]
    [InlineData("{'//title':{'sum':{'cases':[{'paths':['a']}]}}}", "without sum")]
    [InlineData("{'//title':{'range':{'cases':[{'paths':['a']}]}}}", "without min")]
    [InlineData("{'//title':{'date_order':{'cases':[{'less':'a'}]}}}", "without more")]
    [InlineData("{'//title':{'loop':{'cases':[{'foreach':'a'}]}}}", "without do")]
    [InlineData("{'//title':{'if_then':{'cases':[{'if':5,'then':'a'}]}}}", "if of a case of 'if_then': '5'; expected a text")]
    [InlineData("{'//title':{'atleast_one':{'cases':[{'paths':[{}]}]}}}", "expected texts alone")]
    [InlineData("{'//title':{'atleast_one':{'cases':[5]}}}", "expected an object")]
    [InlineData("{'//title':{'atleast_one':5}}", "without cases")]
    [InlineData("{'//title':5}", "expected an object of rules")]
    [InlineData("{'//title':{'atleast_one':{'cases':[{'paths':['a'],'ruleInfo':{'severity':'grave'}}]}}}", "severity 'grave'")]
    [InlineData("{'//title':{'atleast_one':{'cases':[{'paths':['a'],'ruleInfo':5}]}}}", "ruleInfo of a case")]
    [InlineData("{'//title':{'no_spaces':{'cases':[{'paths':['a'],'idCondition':'ANY'}]}}}", "idCondition 'ANY'")]
    [InlineData("{'//title':{'atleast_one':{'cases':[{'paths':['/iati-activities/iati-activity/title']}]}}}", "a path from the root")]
    [InlineData("[]", "expected an object")]
    [InlineData("{", "no JSON")]
    public void Read_ARulesetThatCannotBeUsed_SaysWhat(string rules, string named) =>
        Assert.Contains(named, Assert.Throws<RulesetException>(() => Read(rules)).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_AnExpressionOfAnyLength_IsToldInALine() =>
        Assert.InRange(Assert.Throws<RulesetException>(() => Read($"{{'//title':{{'if_then':{{'cases':[{{'if':'{new string('(', 100_000)}','then':'a'}}]}}}}}}")).Message.Length, 20, 300);

    [Fact]
    public void Read_AnExpressionOfAnyNumberOfParts_IsRefused() =>
        Assert.Contains("more than 10,000 words and signs", Assert.Throws<RulesetException>(() => Read($"{{'//title':{{'if_then':{{'cases':[{{'if':'{string.Join(" and ", Enumerable.Repeat("a", 600_000))}','then':'a'}}]}}}}}}")).Message, StringComparison.Ordinal);

    [Fact]
    public void Expected_InALoop_NamesWhatItIsAt()
    {
        var rules = Rules("'loop':{'cases':[{'foreach':'a/@v','do':{'if_then':{'cases':[{'if':\"a[@v='$1']\",'then':\"a[@v='$1']/@p\"}]}},'subs':['if','then']}]}");
        Assert.Equal("that this holds: a[@v='x']/@p", Activity.Validate(Activity.Around("<a v='x'/>"), new ValidationOptions { Rules = rules }).Findings.Single(finding => finding.Id == "if_then").Expected);
    }

    private static long Count(Ruleset rules, string inside) =>
        Activity.Validate(Activity.Around(inside), new ValidationOptions { Rules = rules }).Totals.Where(total => total.Id.Contains('_', StringComparison.Ordinal) || char.IsLetter(total.Id[0])).Sum(total => total.Count);

    private static Ruleset Rules(string rules) => Read($"{{'/iati-activities/iati-activity':{{{rules}}}}}");

    // Quotations of expressions stand inside those of JSON.
    private static Ruleset Read(string text)
    {
        var json = new StringBuilder();
        var isInside = false;
        foreach (var c in text)
        {
            if (c == '"') isInside = !isInside;
            json.Append(c == '\'' && !isInside ? '"' : c);
        }
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(json.ToString()));
        return Ruleset.Read(stream);
    }
}
