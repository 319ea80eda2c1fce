namespace Pipeline.Integration.Services;

/// <summary>A place for services.</summary>
public static partial class Outer
{
    /// <summary>Another place.</summary>
    public partial record struct Middle
    {
        /// <summary>And another.</summary>
        internal partial interface IInner
        {
            /// <summary>A service deep inside.</summary>
            [Service]
            internal sealed partial class Deep
            {
                /// <summary>How deep.</summary>
                [Api]
                internal int Depth() => 3;
            }
        }
    }
}
