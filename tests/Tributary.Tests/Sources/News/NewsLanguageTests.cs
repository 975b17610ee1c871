using Tributary.Sources.News;

namespace Tributary.Tests.Sources.News;

public sealed class NewsLanguageTests
{
    [Theory]
    [InlineData("en", "The donors said that the money was for the north of the country and that it had been paid.")]
    [InlineData("fr", "Les bailleurs ont dit que le montant est pour le nord du pays et que les fonds sont dans une banque.")]
    [InlineData("es", "Los donantes dijeron que el dinero es para el norte del país y que las cuentas se cerraron en una semana.")]
    [InlineData("de", "Die Geber sagten, das Geld ist für den Norden des Landes und die Zahlung ist nicht von der Bank zu erwarten.")]
    [InlineData("ru", "Доноры сообщили, что деньги предназначены для севера страны и уже выплачены.")]
    [InlineData("uk", "Донори повідомили, що ці гроші призначені для півночі країни і вже виплачені їм.")]
    [InlineData("ar", "قال المانحون إن الأموال مخصصة لشمال البلاد وإنها دفعت بالفعل إلى المنظمات")]
    [InlineData("zh", "捐助者表示这笔资金用于该国北部地区并且已经支付给各个组织捐助者表示这笔资金用于该国北部地区")]
    public void Infer_Languages(string code, string text) => Assert.Equal(code, NewsLanguage.Infer(new Passage(text, 0, text.Length))!.Value.Code);

    [Theory]
    [InlineData("Too short"), InlineData("Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor"), InlineData("1234567890 1234567890 1234567890 1234567890 12345")]
    public void Infer_NothingSpeaksForALanguage_Null(string text) => Assert.Null(NewsLanguage.Infer(new Passage(text, 0, text.Length)));
}
