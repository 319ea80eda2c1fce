using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Pipeline.Integration.Tests")]
[assembly: CLSCompliant(false)]
