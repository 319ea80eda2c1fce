using Pipeline.CompilerServices;

namespace Pipeline.Runtime.Tests.Services;

/// <summary>What an application registers in place of <see cref="Diamond.Bottom"/>.</summary>
internal sealed class FakeBottom : Node<Diamond.Bottom>.Proxy
{
    public override IReadOnlyList<ServiceProxy> Dependencies => [];
}
