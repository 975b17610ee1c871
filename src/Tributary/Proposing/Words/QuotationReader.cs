namespace Tributary.Proposing;

/// <summary>Pairs quotation marks. Straight ones open and close in turn; curly ones say which they are; none reaches over the end of a paragraph.</summary>
internal static class QuotationReader
{
    /// <summary>The quotations of a text, in order. One that its paragraph does not close ends with the paragraph: the next goes on with it.</summary>
    public static List<Quotation> Read(Prose prose)
    {
        var quotations = new List<Quotation>();
        var (open, paragraph) = (-1, -1);
        for (var sentence = 0; sentence < prose.Sentences.Length; sentence++)
        {
            var (first, end, own) = prose.Sentences[sentence];
            // A quotation over several paragraphs opens each of them and closes the last.
            var goesOn = own != paragraph && open >= 0 && prose.Tokens[first].Kind == TokenKind.Quote && own - paragraph == 1;
            if (own != paragraph && open >= 0 && !goesOn) Close(quotations, ref open, first);
            paragraph = own;
            for (var token = goesOn ? first + 1 : first; token < end; token++)
            {
                if (prose.Tokens[token].Kind != TokenKind.Quote) continue;
                if (open < 0)
                {
                    if (Opens(prose, token)) open = token;
                }
                else if (!IsOpeningOnly(prose, token)) Close(quotations, ref open, token + 1);
            }
        }
        if (open >= 0) Close(quotations, ref open, prose.Tokens.Length);
        return quotations;
    }

    private static void Close(List<Quotation> quotations, ref int open, int end)
    {
        quotations.Add(new Quotation(open, end));
        open = -1;
    }

    // A closing mark that closes nothing is a slip of the pen, or a sign of inches.
    private static bool Opens(Prose prose, int token)
    {
        var c = prose.Text[prose.Tokens[token].Start];
        if (c is '”' or '»') return false;
        return c is '“' or '„' or '«' || token + 1 >= prose.Tokens.Length || prose.Tokens[token + 1].Start == prose.Tokens[token].End || token == 0 || prose.Tokens[token - 1].End < prose.Tokens[token].Start;
    }

    private static bool IsOpeningOnly(Prose prose, int token) => prose.Text[prose.Tokens[token].Start] is '“' or '„' or '«';
}
