import dimse from 'dcmjs-dimse';

// It writes associations to the terminal by itself, and on error what it was sent.
dimse.log.setLevel('silent', false);

export const { Dataset, Scp } = dimse;
export const { Association } = dimse.association;
export const { CEchoRequest, CFindRequest, CMoveRequest, CStoreRequest } = dimse.requests;
export const { CEchoResponse, CStoreResponse } = dimse.responses;

const { constants } = dimse;

export const SOP_CLASSES = {
  verification: constants.SopClass.Verification,
  find: constants.SopClass.StudyRootQueryRetrieveInformationModelFind,
  move: constants.SopClass.StudyRootQueryRetrieveInformationModelMove,
};

export const TRANSFER_SYNTAXES = {
  implicitLittleEndian: constants.TransferSyntax.ImplicitVRLittleEndian,
  explicitLittleEndian: constants.TransferSyntax.ExplicitVRLittleEndian,
};

/** How a presentation context is answered (PS3.8, table 9-18). */
export const CONTEXT_RESULTS = {
  accepted: constants.PresentationContextResult.Accept,
  unknownAbstractSyntax: constants.PresentationContextResult.RejectAbstractSyntaxNotSupported,
};

/** Why an association is refused (PS3.8, table 9-21). */
export const REFUSALS = {
  permanent: constants.RejectResult.Permanent,
  byServiceUser: constants.RejectSource.ServiceUser,
  unknownCalling: constants.RejectReason.CallingAeNotRecognized,
  unknownCalled: constants.RejectReason.CalledAeNotRecognized,
};
