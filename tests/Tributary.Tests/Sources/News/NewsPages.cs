namespace Tributary.Tests.Sources.News;

/// <summary>Pages of our own making.</summary>
internal static class NewsPages
{
    /// <summary>A page as newspapers make them: metadata twice, and much around the report.</summary>
    public const string Daily = """
        <!DOCTYPE html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <title>Winter aid reaches Bamyan | The Sample Daily</title>
        <meta property="og:title" content="Winter aid reaches Bamyan &amp; Ghor">
        <meta property="og:site_name" content="The Sample Daily">
        <meta property="og:url" content="https://news.example/bamyan">
        <meta name="author" content="Jane Example">
        <meta property="article:published_time" content="2021-10-20T22:28:00+08:00">
        <meta property="article:modified_time" content="2021-10-21T08:00:00+08:00">
        <link rel="canonical" href="https://news.example/bamyan">
        <script type="application/ld+json">
        {"@context": "https://schema.org", "@graph": [
          {"@type": "Organization", "name": "The Sample Daily"},
          {"@type": ["NewsArticle"], "headline": "Winter aid reaches Bamyan \u0026 Ghor", "inLanguage": "en",
           "author": [{"@type": "Person", "name": "Jane Example"}, {"@type": "Person", "name": "Zo\u00eb Sample"}],
           "publisher": {"@type": "Organization", "name": "The Sample Daily"},
           "datePublished": "2021-10-20T22:28:00+08:00", "articleSection": "Asia", "url": "https://news.example/bamyan"}]}
        </script>
        <style>p { color: "<p>"; }</style>
        <script>if (1 < 2) document.write("<p>no words of the report, though they look like some, and are long enough to be.</p>");</script>
        </head>
        <body class="page has-sidebar">
        <nav><ul><li><a href="/">Home</a></li><li><a href="/asia">Asia</a></li></ul></nav>
        <div class="wrap"><div class="story-main">
        <header><h1>Winter aid reaches Bamyan &amp; Ghor</h1><p class="byline">By Jane Example</p></header>
        <div class="article-body">
        <p>The first lorries with food and blankets reached the province of Bamyan, and more are to follow in the week.</p>
        <figure><img src="x.jpg" alt=""><figcaption>Lorries on the pass, as they were seen on Tuesday by those who live there. Photo: A. Sample</figcaption></figure>
        <p>The ministry gave &euro;2.5&nbsp;million, and <a href="/ngo">an aid group</a> gave <b>400</b>&#8239;tonnes
        of flour&hellip; &ldquo;It is a beginning,&rdquo; its head said.</p>
        <div class="ad-slot"><p>Subscribe now and read all that we write, every day, for nothing at all in the first month.</p></div>
        <!-- a comment with <p>words that nobody sees, long enough for prose, and with commas</p> -->
        <h2>What is still to come</h2>
        <p>Snow closes the pass in December, the office said.<br>Until then two convoys are to go each week.</p>
        <ul><li>flour for 9,000 families</li><li>blankets for 4,000</li></ul>
        <p>Read more: <a href="/more">Snow closes the pass early, and what that means for the winter</a></p>
        <h3>Related</h3>
        </div></div>
        <aside><p>Other news of the day that has nothing to do with this report at all, but has commas, and words.</p></aside>
        </div>
        <section id="comments"><p>A reader wrote that this was good to know, and that more should be done, and soon, for all.</p></section>
        <footer><p>Copyright of the sample, all rights reserved, and so on, and so forth, for ever and a day.</p></footer>
        </body></html>
        """;

    /// <summary>The words of <see cref="Daily"/>.</summary>
    public const string DailyWords = """
        Winter aid reaches Bamyan & Ghor
        The first lorries with food and blankets reached the province of Bamyan, and more are to follow in the week.
        The ministry gave €2.5 million, and an aid group gave 400 tonnes
        of flour… “It is a beginning,” its head said.
        What is still to come
        Snow closes the pass in December, the office said.
        Until then two convoys are to go each week.
        flour for 9,000 families
        blankets for 4,000
        """;

    /// <summary>A page of an older kind: no metadata, tables for layout, paragraphs without end tags, and a zone by name.</summary>
    public const string Old = """
        <HTML><HEAD><TITLE>Wire: Donors meet in Geneva</TITLE></HEAD>
        <BODY><TABLE><TR><TD><A HREF=/>Home</A> <A HREF=/world>World</A> <A HREF=/about>About</A>
        <TD><H1>Donors meet in Geneva</H1>
        <FONT SIZE=2>By Ann Example and Bo Sample</FONT><BR>
        Published: October 20, 2021 22:28 CST<BR>
        <P>GENEVA, Oct 20 (Reuters) - Ten donors met on Wednesday, and said that they would look at the appeal for the Horn of Africa.
        <P>No sums were named at the end of the day, but two ministers said that they would come back in spring.
        <P>The appeal asks for $1.2 billion, of which a third has come.
        </TABLE></BODY></HTML>
        """;

    /// <summary>A page of a site that says one thing in its head and another in its data.</summary>
    public const string Differing = """
        <!doctype html><html lang=fr><head><meta charset=utf-8><title>t</title>
        <meta property="og:title" content="L'aide arrive">
        <meta name="date" content="20 October 2021 22:28 CST">
        <script type="application/ld+json">{"@type":"NewsArticle","headline":"L'aide est arrivée","datePublished":"2021-10-20T14:28:00Z"}</script></head>
        <body><article><p>Les premiers camions sont arrivés mardi, avec de la farine, des couvertures et du sel pour les familles de la vallée.</p></article></body></html>
        """;
}
