using Pipeline.CompilerServices;

namespace Pipeline.Runtime.Tests.CompilerServices;

/// <summary>A proxy of no service, for its slots.</summary>
internal sealed class AnyProxy : ServiceProxy;
