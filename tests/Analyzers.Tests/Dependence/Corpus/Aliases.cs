namespace Corpus;

/// <summary>The many ways in which a local comes to be another name for what others share, or does not.</summary>
public partial class Aliases(ModelA.Proxy modelA, ModelC.Proxy modelC, Texts.Proxy texts)
{
    private readonly Page _page = new();
    private readonly List<Page> _pages = [];
    private readonly Dictionary<string, Page> _byUrl = [];
    private readonly Stamp _stamp = new();
    private int _visits;

    [Ordered("HeapFlow", "found in a dictionary that others share")]
    public async Task<float> FoundInShared(float[] x, string url, CancellationToken ct)
    {
        if (!_byUrl.TryGetValue(url, out var page))
            return 0;
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(page.Body, ct);
    }

    [Overlap("2->1", "found in a dictionary that was given")]
    public async Task<float> FoundInArgument(float[] x, Dictionary<string, Page> pages, string url, CancellationToken ct)
    {
        if (!pages.TryGetValue(url, out var page))
            return 0;
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(page.Body, ct);
    }

    [Ordered("HeapFlow", "an element of a list that others share")]
    public async Task<float> ElementOfShared(float[] x, CancellationToken ct)
    {
        var first = _pages[0];
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(first.Body, ct);
    }

    [Ordered("HeapFlow", "LINQ gives the very objects it was given")]
    public async Task<float> FirstOfShared(float[] x, CancellationToken ct)
    {
        var first = _pages.First(page => page.Visits > 3);
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(first.Body, ct);
    }

    [Ordered("HeapFlow", "a copied list holds the same objects")]
    public async Task<float> ElementOfCopy(float[] x, CancellationToken ct)
    {
        var copy = _pages.ToList();
        var first = copy[0];
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(first.Body, ct);
    }

    [Ordered("HeapFlow", "taken out of the pairs of a dictionary that others share")]
    public async Task<float> PairsOfShared(float[] x, CancellationToken ct)
    {
        float sum = 0;
        foreach (var (_, page) in _byUrl)
        {
            var a = await modelA.ToAsync.Predict(x, ct);
            sum += a + await modelC.ToAsync.Score(page.Body, ct);
        }

        return sum;
    }

    [Ordered("HeapFlow", "the pair is a copy, the object in it is not")]
    public async Task<float> PairOfShared(float[] x, CancellationToken ct)
    {
        float sum = 0;
        foreach (var pair in _byUrl)
        {
            var a = await modelA.ToAsync.Predict(x, ct);
            sum += a + await modelC.ToAsync.Score(pair.Value.Body, ct);
        }

        return sum;
    }

    [Ordered("HeapFlow", "one of two objects, one of them shared")]
    public async Task<float> EitherOfTwo(float[] x, Page? page, CancellationToken ct)
    {
        var chosen = page ?? _page;
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(chosen.Body, ct);
    }

    [Ordered("HeapFlow", "the argument's name is given to a shared object")]
    public async Task<float> ArgumentReplaced(float[] x, Page page, bool own, CancellationToken ct)
    {
        if (own)
            page = _page;
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(page.Body, ct);
    }

    [Ordered("HeapFlow", "a tuple holds the shared object for a while")]
    public async Task<float> ThroughTuple(float[] x, CancellationToken ct)
    {
        var (page, factor) = (_page, 2);
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + factor + await modelC.ToAsync.Score(page.Body, ct);
    }

    [Ordered("HeapFlow", "the object itself by another name")]
    public async Task<float> ThisByAnotherName(float[] x, CancellationToken ct)
    {
        var self = this;
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Rank(self._visits, 1, ct);
    }

    [Ordered("HeapFlow", "from one name to the next")]
    public async Task<float> NameOfName(float[] x, CancellationToken ct)
    {
        var one = _page;
        var two = one;
        Page three;
        three = two;
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(three.Body, ct);
    }

    [Overlap("2->1", "two names that go round in a circle, and nothing shared in it")]
    public async Task<float> CircleOfNames(float[] x, Page page, CancellationToken ct)
    {
        var one = page;
        var two = one;
        one = two;
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(one.Body, ct);
    }

    [Overlap("2->1", "the number was read before: a copy does not change")]
    public async Task<float> NumberReadBefore(float[] x, CancellationToken ct)
    {
        var visits = _visits;
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Rank(visits, 1, ct);
    }

    [Overlap("2->1", "a struct in a local is a copy")]
    public async Task<float> StructCopiedBefore(float[] x, CancellationToken ct)
    {
        var stamp = _stamp;
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Rank(stamp.Count, 1, ct);
    }

    [Overlap("3->2", "what the first call gives is nobody else's")]
    public async Task<object> MembersOfResult(string url, float[] x, CancellationToken ct)
    {
        var page = await texts.ToAsync.LoadPage(url, ct);
        var a = await modelA.ToAsync.Predict(x, ct);
        var b = await modelC.ToAsync.Score(page.Body, ct);
        return (page, a, b);
    }

    [Ordered("HeapFlow", "a new object holds the shared one")]
    public async Task<float> InsideNew(float[] x, CancellationToken ct)
    {
        var holder = new Holder(_page);
        var a = await modelA.ToAsync.Predict(x, ct);
        return a + await modelC.ToAsync.Score(holder.Page.Body, ct);
    }

    [Ordered("HeapFlow", "an array holds the shared one, and a loop takes it out")]
    public async Task<float> InsideArray(float[] x, CancellationToken ct)
    {
        float sum = 0;
        foreach (var page in new[] { _page })
        {
            var a = await modelA.ToAsync.Predict(x, ct);
            sum += a + await modelC.ToAsync.Score(page.Body, ct);
        }

        return sum;
    }

    [Ordered("HeapFlow", "a case of a switch names the shared object")]
    public async Task<float> NamedByCase(float[] x, CancellationToken ct)
    {
        switch (_page)
        {
            case { Visits: > 3 } busy:
                var a = await modelA.ToAsync.Predict(x, ct);
                return a + await modelC.ToAsync.Score(busy.Body, ct);
            default:
                return 0;
        }
    }

    public sealed record Holder(Page Page);

    public struct Stamp
    {
        public int Count;
    }
}
