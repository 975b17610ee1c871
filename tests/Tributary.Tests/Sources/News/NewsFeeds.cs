namespace Tributary.Tests.Sources.News;

/// <summary>Feeds of our own making.</summary>
internal static class NewsFeeds
{
    public const string Rss = """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
        <channel>
          <title>The Sample Daily</title><link>https://news.example</link><language>en-gb</language>
          <image><title>A picture of no report</title></image>
          <item>
            <title>Winter aid reaches Bamyan &amp;amp; Ghor</title>
            <media:title>Not the headline</media:title>
            <link>https://news.example/bamyan</link>
            <pubDate>Wed, 20 Oct 2021 22:28:00 +0800</pubDate>
            <dc:creator><![CDATA[Jane Example]]></dc:creator>
            <category>Asia</category>
            <description>Lorries crossed the pass.</description>
            <content:encoded><![CDATA[<p>The ministry gave &euro;2.5 <b>million</b>, it said.</p><p>Two convoys are to go each week.<br/>Snow comes in December.</p><p><a href="x">Share</a></p>]]></content:encoded>
          </item>
          <item>
            <title><![CDATA[Donors meet in "Geneva"]]></title>
            <author>desk@news.example (Ann Sample)</author>
            <pubDate>Wed, 20 Oct 2021 22:28:00 CST</pubDate>
            <description>&lt;p&gt;Ten donors met &amp;amp; said: no sums.&lt;/p&gt;&lt;p&gt;caf&amp;eacute;s opened&#8230;&lt;/p&gt;</description>
            <source url="https://wire.example/rss">Sample Wire</source>
          </item>
        </channel></rss>
        """;

    public const string Atom = """
        <?xml version="1.0"?>
        <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr">
          <title>Le Quotidien</title><updated>2021-10-21T00:00:00Z</updated>
          <entry>
            <title type="text">L'aide arrive &lt; deux vallées</title>
            <link rel="edit" href="https://news.example/edit"/><link href="https://news.example/aide"/>
            <author><name>Jean Exemple</name><email>jean@news.example</email></author><author><name>Zoë Sample</name></author>
            <published>2021-10-20T14:28:00+02:00</published><updated>2021-10-21T00:00:00Z</updated>
            <category term="asie" label="Asie"/>
            <summary>Les premiers camions.</summary>
            <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Les premiers camions sont arrivés.</p>
              <p>La farine &amp; le sel suivent.</p></div></content>
          </entry>
          <entry><title>Sans texte</title><updated>2021-10-21T00:00:00Z</updated><content type="html">&lt;p&gt;Mot.&lt;/p&gt;</content></entry>
        </feed>
        """;

    public const string RssOne = """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://news.example"><title>The Sample Daily</title></channel>
        <item rdf:about="https://news.example/1"><title>Aid comes</title><link>https://news.example/1</link><dc:date>2021-10-20</dc:date></item>
        </rdf:RDF>
        """;
}
