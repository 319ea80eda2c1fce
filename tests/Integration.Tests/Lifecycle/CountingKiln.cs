using Pipeline.Integration.Services;

namespace Pipeline.Integration.Tests.Lifecycle;

/// <summary>Counts the calls of a kiln that it passes on, and may hold them.</summary>
internal sealed class CountingKiln(Kiln.Proxy kiln, Counter counter) : Kiln.Proxy
{
    /// <inheritdoc/>
    public override bool IsHot()
    {
        counter.Note();
        return kiln.IsHot();
    }
}
