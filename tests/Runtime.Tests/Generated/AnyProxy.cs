using Pipeline.Generated;

namespace Pipeline.Runtime.Tests.Generated;

/// <summary>A proxy of no service, for its slots.</summary>
internal sealed class AnyProxy : ServiceProxy;
