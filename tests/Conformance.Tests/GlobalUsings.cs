global using Pipeline.Conformance.Tests.Reaches;
global using Pipeline.Conformance.Tests.Services;
